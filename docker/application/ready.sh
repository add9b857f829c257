#!/usr/bin/env bash
# Asks the application in this container whether it is ready; the base image has no curl.
set -euo pipefail
exec 3<>/dev/tcp/127.0.0.1/8080
printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 status <&3
[[ $status == *" 200 "* ]]
