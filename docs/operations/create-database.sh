#!/bin/sh
# Run once by the image of PostgreSQL, as its superuser: the statements of docs/operations.md.
set -e
psql -v ON_ERROR_STOP=1 -v password="$SPRYIANNIA_PASSWORD" -U "${POSTGRES_USER:-postgres}" <<'SQL'
create role spryiannia_app nologin;
create role spryiannia login password :'password';
grant spryiannia_app to spryiannia;
create database spryiannia owner spryiannia;
SQL
