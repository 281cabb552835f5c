-- Opens a pulse with its whole electorate, unless the team has one open or was removed meanwhile.
-- KEYS[1] the open pulse (HASH), KEYS[2] tokens (HASH), KEYS[3] tally (STRING), KEYS[4] last pulse (STRING),
-- KEYS[5] the team (STRING)
-- ARGV[1] pulse id, ARGV[2] the record (JSON), ARGV[3] lanes, ARGV[4] last pulse (JSON), ARGV[5] its seconds to
-- live, ARGV[6] the entry of someone who has not answered, ARGV[7] the mark, ARGV[8...] tokens, shuffled
-- Reply   the id of the pulse that is open now, or '' if the team is gone: nothing is written
if redis.call('EXISTS', KEYS[5]) == 0 then return '' end
local open = redis.call('HGET', KEYS[1], 'id')
if open then return open end

redis.call('DEL', KEYS[2], KEYS[3])
redis.call('HSET', KEYS[1], 'id', ARGV[1], 'state', 'open', 'record', ARGV[2], 'mark', ARGV[7], 'ts', '')
redis.call('SETRANGE', KEYS[3], 4 * tonumber(ARGV[3]) - 1, string.char(0))
for at = 8, #ARGV do redis.call('HSET', KEYS[2], ARGV[at], ARGV[6]) end
redis.call('SET', KEYS[4], ARGV[4], 'EX', ARGV[5])
return ARGV[1]
