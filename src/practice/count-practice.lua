-- Counts one more of something in a week, and forgets weeks that are too old.
-- KEYS[1] the counters (HASH: week.what -> number), KEYS[2] the team (STRING)
-- ARGV[1] the field to count up, ARGV[2] the oldest week to keep, as 2026-W05: weeks sort as text
-- Reply   1 counted, 0 there is no such team, and nothing may be left behind
if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if field < ARGV[2] then redis.call('HDEL', KEYS[1], field) end
end
return 1
