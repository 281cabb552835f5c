-- Sets a key, if it still holds what the caller read.
-- KEYS[1] key
-- ARGV[1] the value read, or '' if there was none, ARGV[2] the new value
-- Reply   1 set, 0 someone else was first
local now = redis.call('GET', KEYS[1]) or ''
if now ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
