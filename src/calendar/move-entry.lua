-- Replaces a calendar entry's instant, if it is still the one the caller saw.
-- KEYS[1] the calendar (ZSET)
-- ARGV[1] entry, ARGV[2] the instant seen, or '' if there was none, ARGV[3] the next instant, or '' to take the entry out
-- Reply   1 moved, 0 someone else was first
local score = redis.call('ZSCORE', KEYS[1], ARGV[1])
if (score and tonumber(score) or '') ~= (tonumber(ARGV[2]) or '') then return 0 end
if ARGV[3] == '' then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
end
return 1
