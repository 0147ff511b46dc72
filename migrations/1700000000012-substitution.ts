import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A power passes to a substitute by an act, from a day to a day. `ended_on` stays what it was: ended at once, by a
 * person, before its time. Who holds what is asked of v_role, which looks at the Kyiv day of domain time.
 */
export class Substitution1700000000012 implements MigrationInterface {
  name = 'Substitution1700000000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.role_grant
        add column substitute_for uuid constraint fk_role_grant_substitute references identity.role_grant (id),
        -- The last day, inclusive.
        add column until_on date,
        add constraint ck_role_grant_substitution check ((substitute_for is null) = (until_on is null)
          and (substitute_for is null or (act_number <> '' and act_on is not null and position <> ''))),
        add constraint ck_role_grant_days check (until_on is null or until_on >= started_on);
      create index ix_role_grant_substitute on identity.role_grant (substitute_for) where ended_on is null;
      create index ix_role_grant_stands_in on identity.role_grant (person_id, scope_id)
        where substitute_for is not null and ended_on is null;

      -- A substitution is no second power of the same kind: it is the same one in other hands.
      drop index identity.uq_role_grant_active;
      drop index identity.uq_role_grant_commission;
      drop index identity.uq_role_grant_single;
      create unique index uq_role_grant_active on identity.role_grant (person_id, role, coalesce(scope_id, '00000000-0000-0000-0000-000000000000'))
        where ended_on is null and substitute_for is null;
      create unique index uq_role_grant_commission on identity.role_grant (person_id, scope_id)
        where ended_on is null and substitute_for is null
          and role in ('commission-chair', 'commission-secretary', 'commission-member');
      create unique index uq_role_grant_single on identity.role_grant (scope_id, role)
        where ended_on is null and substitute_for is null and role in ('commission-chair', 'commission-secretary');

      create function identity.today() returns date language sql stable as $$
        select (platform.domain_now() at time zone 'Europe/Kyiv')::date
      $$;

      -- Substitutions of this very day.
      create view identity.v_substitution as
        select s.id, s.substitute_for, s.person_id, s.role, s.scope_kind, s.scope_id, s.position, s.act_number, s.act_on,
               s.started_on, s.until_on
          from identity.role_grant s
         where s.substitute_for is not null and s.ended_on is null
           and (select identity.today()) between s.started_on and s.until_on;

      -- Who holds which power today. An officer or director who is away holds none: the substitute does. In a commission
      -- chair and member change places for these days: it stays as large as the order made it, one row per person.
      create or replace view identity.v_role as
        select g.id, g.person_id,
               case when acts.id is not null then acts.role when away.id is not null then 'commission-member' else g.role end as role,
               g.scope_kind, g.scope_id,
               coalesce(acts.position, g.position) as position,
               g.is_cso_representative,
               coalesce(acts.act_number, g.act_number) as act_number,
               coalesce(acts.act_on, g.act_on) as act_on,
               g.started_on, g.ended_on,
               p.email, p.language, p.family_name, p.given_name, p.patronymic,
               concat_ws(' ', p.given_name, upper(p.family_name)) as signing_name,
               concat_ws(' ', p.family_name, p.given_name, p.patronymic) as full_name
          from identity.role_grant g
          join identity.person p on p.id = g.person_id
          left join identity.v_substitution away on away.substitute_for = g.id
          left join identity.v_substitution acts on g.role = 'commission-member' and g.substitute_for is null
            and acts.person_id = g.person_id and acts.scope_id = g.scope_id
         where g.ended_on is null
           and (select identity.today()) >= g.started_on
           and (g.until_on is null or (select identity.today()) <= g.until_on)
           and (g.scope_kind = 'competition' or away.id is null)
           and (g.scope_kind <> 'competition' or g.substitute_for is null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
