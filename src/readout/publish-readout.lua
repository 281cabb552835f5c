-- The outcome in, the pulse's keys out: all or nothing.
-- KEYS[1] the pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING), KEYS[4] readouts (HASH)
-- ARGV[1] pulse id, ARGV[2...] all that is kept of the team from now on: field, JSON, field, JSON ...
-- Reply   1 published, 0 that pulse is gone: someone else has published it
if redis.call('HGET', KEYS[1], 'id') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[4])
redis.call('HSET', KEYS[4], unpack(ARGV, 2))
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
return 1
