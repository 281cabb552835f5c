-- Writes to the first key, then treats the second as a hash, whatever it is.
-- KEYS[1] a string to write, KEYS[2] anything
-- ARGV[1] the value
-- Reply   the number of fields
redis.call('SET', KEYS[1], ARGV[1])
return redis.call('HLEN', KEYS[2])
