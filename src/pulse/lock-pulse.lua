-- Stops the taking of answers and hands out what closing needs. May be repeated.
-- KEYS[1] the open pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING of u32 lanes)
-- ARGV[1] pulse id
-- Reply   { { lane, lane, ... }, { token, entry, token, entry, ... }, mark }, or nil if that pulse is gone
if redis.call('HGET', KEYS[1], 'id') ~= ARGV[1] then return nil end
redis.call('HSET', KEYS[1], 'state', 'closing')

local reads = {}
for lane = 0, math.ceil(redis.call('STRLEN', KEYS[3]) / 4) - 1 do
  local at = #reads
  reads[at + 1], reads[at + 2], reads[at + 3] = 'GET', 'u32', '#' .. lane
end
local lanes = {}
if #reads > 0 then lanes = redis.call('BITFIELD', KEYS[3], unpack(reads)) end
return { lanes, redis.call('HGETALL', KEYS[2]), redis.call('HGET', KEYS[1], 'mark') or '' }
