-- Moves a slot to 'sending' if it is new or 'planned', settles a sending that was interrupted, and forgets records that
-- are too old to matter.
-- KEYS[1] the team's slot records (HASH), KEYS[2] the team (STRING)
-- ARGV[1] field '<instant>-<kind>', ARGV[2] now (ms), ARGV[3] a sending that began before this, or after ARGV[4], is
-- over: whoever began it died, or their clock is wrong; ARGV[5] instant before which records are dropped; ARGV[6] and
-- ARGV[7] from when until before when this slot must be the only one of its kind (both 0: anywhere)
-- Reply   'claimed': send it now; 'under-way': someone is sending it; 'interrupted': it may have been sent, its record
--         says 'unknown' now; 'not-alone': another one of its span has been sent; 'done': settled before; 'no-team'
if redis.call('EXISTS', KEYS[2]) == 0 then return 'no-team' end

local kind = string.match(ARGV[1], '^%d+%-(.+)$')
local isAlone = true
local stored = redis.call('HGETALL', KEYS[1])
for at = 1, #stored, 2 do
  local field = stored[at]
  local instant, other = string.match(field, '^(%d+)%-(.+)$')
  if tonumber(instant) < tonumber(ARGV[5]) then
    redis.call('HDEL', KEYS[1], field)
  elseif other == kind and field ~= ARGV[1] then
    local state = cjson.decode(stored[at + 1])['state']
    local isInside = tonumber(ARGV[6]) <= tonumber(instant) and tonumber(instant) < tonumber(ARGV[7])
    if isInside and (state == 'sending' or state == 'sent' or state == 'unknown') then isAlone = false end
  end
end

local before = redis.call('HGET', KEYS[1], ARGV[1])
local record = before and cjson.decode(before) or { state = 'planned' }
if record['state'] == 'sending' then
  local since = tonumber(record['since'] or 0)
  if since >= tonumber(ARGV[3]) and since <= tonumber(ARGV[4]) then return 'under-way' end
  redis.call('HSET', KEYS[1], ARGV[1], '{"state":"unknown"}')
  return 'interrupted'
end
if record['state'] ~= 'planned' then return 'done' end
if not isAlone then
  redis.call('HSET', KEYS[1], ARGV[1], '{"state":"not-sent","reason":"not-alone"}')
  return 'not-alone'
end
redis.call('HSET', KEYS[1], ARGV[1], '{"state":"sending","since":' .. ARGV[2] .. '}')
return 'claimed'
