-- Sets a key, if it still holds what the caller read.
-- KEYS[1] key
-- ARGV[1] the value read, or '' if there was none, ARGV[2] the new value, ARGV[3] its lifetime in ms, or '' for ever
-- Reply   1 set, 0 someone else was first
local now = redis.call('GET', KEYS[1]) or ''
if now ~= ARGV[1] then return 0 end
if ARGV[3] == '' then redis.call('SET', KEYS[1], ARGV[2]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1
