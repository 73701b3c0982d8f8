# Tryton 6 in the folder $DATA on 127.0.0.1:$PORT, with no company yet: seed.mjs makes it over its API.
set -e
cat > "$DATA/trytond.conf" <<CONF
[web]
listen = 127.0.0.1:$PORT
[database]
uri = sqlite://
path = $DATA
CONF
: > "$DATA/tryton.sqlite" # it has to exist, empty
printf adminpass1 > "$DATA/tryton.pw"
export PYTHONWARNINGS=ignore
admin() { /usr/bin/python3 /usr/bin/trytond-admin -c "$DATA/trytond.conf" -d tryton "$@"; }
TRYTONPASSFILE=$DATA/tryton.pw admin --all --email admin@corp.test
admin -u company timesheet account_invoice sale_opportunity --activate-dependencies
exec /usr/bin/python3 /usr/bin/trytond -c "$DATA/trytond.conf" -d tryton
