-- Sets a key of a team, if it still holds what the caller read and the team has not been removed meanwhile.
-- KEYS[1] key, KEYS[2] the team (STRING)
-- ARGV[1] the value read, or '' if there was none, ARGV[2] the new value
-- Reply   'set', 'changed' (someone else was first), 'no-team' (nothing may be left behind)
if redis.call('EXISTS', KEYS[2]) == 0 then return 'no-team' end
local now = redis.call('GET', KEYS[1]) or ''
if now ~= ARGV[1] then return 'changed' end
redis.call('SET', KEYS[1], ARGV[2])
return 'set'
