import type { DataSource } from 'typeorm';

/** Every schema of ours; `public` holds only the list of migrations. */
export const SCHEMAS = [
  'platform',
  'facts',
  'identity',
  'documents',
  'notifications',
  'measures',
  'competitions',
  'sessions',
  'applications',
  'evaluation',
  'awards',
  'words',
  'announcements',
  'registers',
  'contracts',
  'plan',
  'monitoring',
  'events',
  'complaints',
  'rulings',
];

/** The application reads and writes rows; it has no DDL, and facts can be neither changed nor deleted by it. */
export async function grantToApp(db: DataSource, role: string): Promise<void> {
  const schemas = SCHEMAS.join(', ');
  await db.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$;
    do $$ begin
      if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if;
    end $$;
    grant usage on schema ${schemas} to ${role};
    grant select, insert, update, delete on all tables in schema ${schemas} to ${role};
    grant select on public.schema_migration to ${role};
    revoke update, delete, truncate on facts.fact from ${role};
  `);
}
