import { resolve } from 'node:path';

const DEVELOPMENT_SECRET = 'development-only-secret-not-for-production';
const SECRET_MIN_LENGTH = 32;

/** The environment, read and checked once. Every setting has a default that works on a developer's machine. */
export class Config {
  production: boolean;
  /** Demo mode: demo accounts, a movable clock. Impossible in production. */
  demo: boolean;
  databaseUrl: string;
  databasePoolMax: number;
  queueBackend: 'redis' | 'postgres';
  redisUrl: string;
  queuePrefix: string;
  smtpUrl: string;
  mailFrom: string;
  mailPageUrl: string;
  /** Address on which the portal listens. */
  host: string;
  port: number;
  publicUrl: string;
  dataDir: string;
  sessionSecret: string;
  /** The key that signs result files comes from it; the same as SESSION_SECRET unless that was changed. */
  resultSecret: string;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed; empty = none. */
  trustedProxies: string[];
  /** What goes to the log: `warn` for warnings and errors, `info` for everything the framework says too. */
  logLevel: 'warn' | 'info';
  /** The bearer token of /metrics; empty = closed. */
  metricsToken: string;
  /** The virus scanner, `tcp://host:3310` (clamd); empty = files are not scanned. */
  clamavUrl: string;
}

type Env = Record<string, string | undefined>;

/** @throws Error in words when a setting is wrong, or when production would run with development secrets. */
export function readConfig(env: Env = process.env): Config {
  const port = number(env, 'PORT', 3000);
  const production = env.NODE_ENV === 'production';
  const config = Object.assign(new Config(), {
    production,
    demo: env.DEMO === '1',
    databaseUrl: text(env, 'DATABASE_URL', 'postgres://postgres@127.0.0.1:5432/spryiannia'),
    databasePoolMax: number(env, 'DATABASE_POOL_MAX', 10),
    queueBackend: env.QUEUE_BACKEND === 'postgres' ? 'postgres' : 'redis',
    redisUrl: text(env, 'REDIS_URL', 'redis://127.0.0.1:6379'),
    queuePrefix: text(env, 'QUEUE_PREFIX', 'spryiannia'),
    smtpUrl: text(env, 'SMTP_URL', 'smtp://127.0.0.1:1025'),
    mailFrom: text(env, 'MAIL_FROM', 'Сприяння <no-reply@spryiannia.example>'),
    mailPageUrl: text(env, 'MAIL_PAGE_URL', ''),
    host: text(env, 'HOST', '0.0.0.0'),
    port,
    publicUrl: text(env, 'PUBLIC_URL', `http://localhost:${port}`).replace(/\/$/, ''),
    dataDir: resolve(text(env, 'DATA_DIR', '.data')),
    sessionSecret: text(env, 'SESSION_SECRET', DEVELOPMENT_SECRET),
    resultSecret: text(env, 'RESULT_SECRET', text(env, 'SESSION_SECRET', DEVELOPMENT_SECRET)),
    trustedProxies: text(env, 'TRUSTED_PROXIES', '').split(',').filter(Boolean),
    logLevel: env.LOG_LEVEL === 'info' ? 'info' : 'warn',
    metricsToken: text(env, 'METRICS_TOKEN', ''),
    clamavUrl: text(env, 'CLAMAV_URL', ''),
  } satisfies Config);
  if (production) refuseUnsafe(config, env);
  return Object.freeze(config);
}

function refuseUnsafe(config: Config, env: Env): void {
  const problems = [
    config.demo && 'DEMO=1 is impossible in production',
    config.sessionSecret === DEVELOPMENT_SECRET && 'SESSION_SECRET is not set',
    config.sessionSecret.length < SECRET_MIN_LENGTH && `SESSION_SECRET is shorter than ${SECRET_MIN_LENGTH} characters`,
    config.resultSecret.length < SECRET_MIN_LENGTH && `RESULT_SECRET is shorter than ${SECRET_MIN_LENGTH} characters`,
    ...['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL'].map((name) => !env[name] && `${name} is not set`),
    config.metricsToken !== '' &&
      config.metricsToken.length < SECRET_MIN_LENGTH &&
      `METRICS_TOKEN is shorter than ${SECRET_MIN_LENGTH} characters`,
    config.queueBackend === 'redis' && !env.REDIS_URL && 'REDIS_URL is not set',
  ].filter((problem): problem is string => typeof problem === 'string');
  if (problems.length > 0) throw new Error(`The settings are not safe for production: ${problems.join('; ')}`);
}

const text = (env: Env, name: string, fallback: string): string => env[name] ?? fallback;

function number(env: Env, name: string, fallback: number): number {
  const value = env[name] === undefined ? fallback : Number(env[name]);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not «${env[name]}»`);
  return value;
}
