-- The outcome in, the pulse's keys out: all or nothing. Of a team that is gone no outcome is written. Of what the team was
-- told to have changed, only what has grown too old goes.
-- KEYS[1] the pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING), KEYS[4] readouts (HASH),
-- KEYS[5] the team (STRING)
-- ARGV[1] the id under which the pulse stands; '' if it was deleted or replaced from outside
-- ARGV[2] the instant (ms) before which a change is too old
-- ARGV[3...] all else that is kept of the team from now on: field, JSON, field, JSON ...
-- Reply   1 published, 0 nothing was written: that pulse is gone (someone else has published it), or the team is
local standing = redis.pcall('HGET', KEYS[1], 'id')
if type(standing) ~= 'string' then standing = '' end
if standing ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
if redis.call('EXISTS', KEYS[5]) == 0 then return 0 end
if redis.call('TYPE', KEYS[4])['ok'] ~= 'hash' then redis.call('DEL', KEYS[4]) end
for _, field in ipairs(redis.call('HKEYS', KEYS[4])) do
  local changed = string.match(field, '^changed:(%d+)$')
  if not changed or tonumber(changed) < tonumber(ARGV[2]) then redis.call('HDEL', KEYS[4], field) end
end
redis.call('HSET', KEYS[4], unpack(ARGV, 3))
return 1
