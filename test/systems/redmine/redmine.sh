# Redmine 5 in the folder $DATA on 127.0.0.1:$PORT, filled by seed.rb, which leaves $DATA/seed.json.
set -e
# Ruby's own bundler shadows the one that Debian has patched.
export BUNDLER_VERSION=2.3.15 RAILS_ENV=production REDMINE_LANG=en SCHEMA=/dev/null
export REDMINE_INSTANCE="test-$PORT"
SEED=$(cd "$(dirname "$0")" && pwd)/seed.rb
mkdir -p "$DATA/config" "$DATA/tmp/cache" "$DATA/log" "$DATA/files"
ln -sfn "$DATA" "/var/lib/redmine/$REDMINE_INSTANCE"
printf 'production:\n  adapter: sqlite3\n  timeout: 20000\n  database: %s\n' "$DATA/redmine.sqlite3" > "$DATA/config/database.yml"
head -c 48 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$DATA/config/secret_key.txt"
cd /usr/share/redmine
bundle install --local --quiet
bundle exec rake db:migrate > /dev/null
bundle exec rake redmine:load_default_data # a run of its own: in one with db:migrate the roles are not made
bundle exec rails runner "$SEED" > "$DATA/seed.json"
rm "/var/lib/redmine/$REDMINE_INSTANCE" && ln -sfn "$DATA" "/var/lib/redmine/$REDMINE_INSTANCE"
exec puma -e production -b "tcp://127.0.0.1:$PORT" -t 1:4 config.ru
