-- Takes one answer: the whole of it or nothing. Every argument that depends on the answer is masked.
-- KEYS[1] the open pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING of u32 lanes)
-- ARGV[1] pulse id, ARGV[2] token, ARGV[3] the version expected, ARGV[4] the new entry (version and r),
-- ARGV[5] ts of the tapped message, ARGV[6...] what to add to each lane
-- Reply   'added', 'closed', 'not-on-pulse', 'already-answered', 'set-back' (an earlier version than one we have
-- acknowledged: Redis was set back to an earlier copy) or 'malformed'
local pulse = redis.call('HMGET', KEYS[1], 'id', 'state', 'ts')
if pulse[1] ~= ARGV[1] or pulse[2] ~= 'open' then return 'closed' end

local entry = redis.call('HGET', KEYS[2], ARGV[2])
if not entry then return 'not-on-pulse' end
local version = string.sub(entry, 1, string.len(ARGV[3]))
if version < ARGV[3] then return 'set-back' end
if version ~= ARGV[3] then return 'already-answered' end
if redis.call('STRLEN', KEYS[3]) ~= 4 * (#ARGV - 5) then return 'malformed' end

local additions = { 'OVERFLOW', 'WRAP' }
for lane = 0, #ARGV - 6 do
  local at = #additions
  additions[at + 1], additions[at + 2], additions[at + 3], additions[at + 4] = 'INCRBY', 'u32', '#' .. lane, ARGV[6 + lane]
end
redis.call('HSET', KEYS[2], ARGV[2], ARGV[4])
redis.call('BITFIELD', KEYS[3], unpack(additions))
if pulse[3] == '' then redis.call('HSET', KEYS[1], 'ts', ARGV[5]) end
return 'added'
