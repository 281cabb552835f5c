-- Adds to two u32 lanes and says what they are then.
-- KEYS[1] lanes
-- ARGV[1], ARGV[2] what to add
-- Reply   { lane 0, lane 1 }
return redis.call('BITFIELD', KEYS[1], 'OVERFLOW', 'WRAP',
  'INCRBY', 'u32', '#0', ARGV[1], 'INCRBY', 'u32', '#1', ARGV[2])
