-- Keeps when the team was told of a change, and about which question, and forgets the oldest of too many. Of a team that
-- is gone nothing is kept.
-- KEYS[1] readouts (HASH), KEYS[2] the team (STRING)
-- ARGV[1] now (ms), ARGV[2] the question's id, ARGV[3] how many are kept
-- Reply   1 kept, 0 the team is gone
if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
local now = tonumber(ARGV[1])
while redis.call('HSETNX', KEYS[1], string.format('changed:%.0f', now), ARGV[2]) == 0 do now = now + 1 end
local instants = {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  local instant = string.match(field, '^changed:(%d+)$')
  if instant then instants[#instants + 1] = tonumber(instant) end
end
table.sort(instants)
for at = 1, #instants - tonumber(ARGV[3]) do
  redis.call('HDEL', KEYS[1], string.format('changed:%.0f', instants[at]))
end
return 1
