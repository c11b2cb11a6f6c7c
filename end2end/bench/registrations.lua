-- Load script of wrk: every request is another person's, from another address of the network.
--
--   wrk -t1 … -s registrations.lua <url> -- register <slug> <first> <count>
--   wrk -t1 … -s registrations.lua <url> -- confirm <file with a token a line> <first> <count>
--
-- Prints a line of JSON when that many are answered: every status that was not expected. Whoever started wrk then ends
-- it, because wrk itself ends only with its time. Requests beyond the count, of connections that wait for the others, are
-- health checks.

local form = { ['content-type'] = 'application/x-www-form-urlencoded' }

local function registration(slug, first)
  return function(number)
    local person = first + number
    local body = 'event=' .. slug .. '&given_name=Anna&family_name=Muster&address=person' .. person
      .. '%40partner.example&language=de&consent=on&privacy_version=1&nothing='
    return '/do/register?at=/', body, person
  end
end

local function confirmation(file, first)
  local tokens = {}
  for token in io.lines(file) do tokens[#tokens + 1] = token end
  return function(number)
    local person = first + number
    return '/do/confirm-address?at=/', 'token=' .. tokens[person + 1], person
  end
end

local next_request, count, sent
-- wrk builds one request to look at it, before it sends any.
local looked_at = false
taken, unexpected = 0, ''

function init(args)
  local make = args[1] == 'register' and registration or confirmation
  next_request, count, sent = make(args[2], tonumber(args[3])), tonumber(args[4]), 0
end

function request()
  if sent >= count or not looked_at then
    looked_at = true
    return wrk.format('GET', '/healthz')
  end
  local path, body, person = next_request(sent)
  sent = sent + 1
  form['x-forwarded-for'] = '10.' .. math.floor(person / 65536) % 256 .. '.' .. math.floor(person / 256) % 256 .. '.' .. person % 256
  return wrk.format('POST', path, form, body)
end

function response(status)
  if status == 303 then
    taken = taken + 1
  elseif status ~= 200 then
    unexpected = unexpected .. ' ' .. status
    taken = taken + 1
  end
  if taken == count then
    -- Once: the health checks have answers, too.
    taken = taken + 1
    print(string.format('{"unexpected": "%s"}', unexpected))
    io.flush()
  end
end
