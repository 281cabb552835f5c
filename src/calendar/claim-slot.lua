-- Moves a slot's record to 'sending' if it may be sent, and forgets records that are too old to matter.
-- KEYS[1] the team's slot records (HASH), KEYS[2] the team (STRING)
-- ARGV[1] field '<instant>-<kind>', ARGV[2] instant before which records are dropped
-- Reply   the record as it was before (JSON), or nil if there was none; of a team that is gone
--         nothing is written, and nothing is sent
if redis.call('EXISTS', KEYS[2]) == 0 then return '{"state":"not-sent","reason":"no-team"}' end
local before = redis.call('HGET', KEYS[1], ARGV[1])
if not before or cjson.decode(before)['state'] == 'planned' then
  redis.call('HSET', KEYS[1], ARGV[1], '{"state":"sending"}')
end
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if tonumber(string.match(field, '^%d+')) < tonumber(ARGV[2]) then redis.call('HDEL', KEYS[1], field) end
end
return before
