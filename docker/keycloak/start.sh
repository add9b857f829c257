#!/usr/bin/env bash
# Keycloak reads its secrets from the environment only; they stand in files, so that no compose file or image holds one.
set -euo pipefail
KC_DB_PASSWORD=$(</run/secrets/keycloak.db.password)
VLIEGWIEL_CLIENT_SECRET=$(</run/secrets/oidc.client.secret)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(</run/secrets/keycloak.admin.password)
export KC_DB_PASSWORD VLIEGWIEL_CLIENT_SECRET KC_BOOTSTRAP_ADMIN_PASSWORD
exec /opt/keycloak/bin/kc.sh start --optimized --import-realm
