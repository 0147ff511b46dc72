// Gives every test file a database cloned from the template, its own queue prefix, data folder and empty mailbox.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const { TEST_FOLDER, TEST_PG_URL, TEST_REDIS_URL, TEST_MAIL, JEST_WORKER_ID } = process.env;
const prefix = `t_${JEST_WORKER_ID}_`;
const name = prefix + randomBytes(4).toString('hex');
const dataDir = join(TEST_FOLDER, name);
const mail = JSON.parse(TEST_MAIL)[Number(JEST_WORKER_ID) - 1];

const admin = new pg.Client(TEST_PG_URL);
await admin.connect();
// The file before ours on this worker is over only now: its own afterAll hooks may still have used its database.
const earlier = await admin.query('select datname from pg_database where starts_with(datname, $1)', [prefix]);
for (const { datname } of earlier.rows) await admin.query(`drop database ${datname} with (force)`);
await admin.query(`create database ${name} template tpl strategy file_copy`);
await admin.end();
mkdirSync(dataDir);
await fetch(`${mail.pageUrl}/api/mails`, { method: 'DELETE' });
await fetch(`${mail.pageUrl}/api/refuse`, { method: 'PUT', body: '{"times":0}' });

Object.assign(process.env, {
  DATABASE_URL: TEST_PG_URL.replace(/postgres$/, name),
  REDIS_URL: TEST_REDIS_URL,
  QUEUE_PREFIX: name,
  SMTP_URL: mail.smtpUrl,
  MAIL_PAGE_URL: mail.pageUrl,
  DATA_DIR: dataDir,
});
