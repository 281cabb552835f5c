-- Writes how far a slot has come, unless its team is gone: a record would outlive it.
-- KEYS[1] the team's slot records (HASH), KEYS[2] the team (STRING)
-- ARGV[1] field '<instant>-<kind>', ARGV[2] the record (JSON)
-- Reply   1 written, 0 the team is gone
if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
