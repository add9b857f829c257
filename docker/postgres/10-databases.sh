#!/usr/bin/env bash
# Runs once, on an empty data folder: two databases, and for Vliegwiel two roles. The owner changes the schema
# (the migration step), the application only reads and writes rows.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$(</run/secrets/db.owner.password)" --set app="$(</run/secrets/db.password)" \
  --set keycloak="$(</run/secrets/keycloak.db.password)" <<'SQL'
create role vliegwiel_owner login password :'owner';
create role vliegwiel_app login password :'app';
create role keycloak login password :'keycloak';
create database vliegwiel owner vliegwiel_owner;
create database keycloak owner keycloak;
revoke connect on database vliegwiel, keycloak from public;
grant connect on database vliegwiel to vliegwiel_app;
\connect vliegwiel
alter default privileges for role vliegwiel_owner in schema public
  grant select, insert, update, delete on tables to vliegwiel_app;
alter default privileges for role vliegwiel_owner in schema public grant usage, select on sequences to vliegwiel_app;
SQL
