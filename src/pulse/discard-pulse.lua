-- Deletes a pulse unread.
-- KEYS[1] the open pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING)
-- ARGV[1] pulse id; '' is something without one, which has been put there from outside
-- Reply   1 deleted, 0 that pulse is gone
local standing = redis.pcall('HGET', KEYS[1], 'id')
if type(standing) ~= 'string' then standing = '' end
if standing ~= ARGV[1] then return 0 end
return math.min(redis.call('DEL', KEYS[1], KEYS[2], KEYS[3]), 1)
