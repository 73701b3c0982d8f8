# Request Tracker 5 in the folder $DATA on 127.0.0.1:$PORT, filled by seed.pl, which leaves $DATA/seed.json.
set -e
SEED=$(cd "$(dirname "$0")" && pwd)/seed.pl
mkdir "$DATA/etc" # empty, so that /etc is not read
cat > "$DATA/RT_SiteConfig.pm" <<CONF
Set(\$rtname, 'rt.test');
Set(\$Organization, 'rt.test');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $PORT);
Set(\$WebPath, '');
Set(\$Timezone, 'Asia/Shanghai');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$DATA/rt.sqlite');
Set(\$MailCommand, 'testfile'); # mail stays inside
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'error');
1;
CONF
export RT_SITE_CONFIG="$DATA/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$DATA/etc"
printf rootpass1 > "$DATA/rt.pw"
rt-setup-database-5 --action init --skip-create --root-password-file "$DATA/rt.pw" > /dev/null
perl "$SEED" > "$DATA/seed.json"
exec /usr/share/request-tracker5/libexec/rt-server --host 127.0.0.1 --port "$PORT" --max-workers 2
