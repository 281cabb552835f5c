-- Deletes a pulse unread.
-- KEYS[1] the open pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING)
-- ARGV[1] pulse id
-- Reply   1 deleted, 0 that pulse is gone
if redis.call('HGET', KEYS[1], 'id') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
return 1
