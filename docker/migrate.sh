#!/bin/sh
# Brings the schema to the newest version as its owner, before the nodes start.
set -eu
FLYWAY_PASSWORD=$(cat /run/secrets/db.owner.password)
export FLYWAY_PASSWORD
exec flyway -url=jdbc:postgresql://postgres:5432/vliegwiel -user=vliegwiel_owner -locations=filesystem:/migration \
  -connectRetries=30 -outOfOrder=true migrate
