-- Writes how far a slot has come, if it has come as far as the caller thinks, and its team is still there: a record
-- would outlive it.
-- KEYS[1] the team's slot records (HASH), KEYS[2] the team (STRING)
-- ARGV[1] field '<instant>-<kind>', ARGV[2] the record (JSON), ARGV[3...] the states it may be in before
-- Reply   1 written, 0 the team is gone, or the slot is in another state
if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
local before = redis.call('HGET', KEYS[1], ARGV[1])
local state = before and cjson.decode(before)['state'] or 'planned'
for at = 3, #ARGV do
  if ARGV[at] == state then
    redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
    return 1
  end
end
return 0
