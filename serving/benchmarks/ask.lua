-- A script for wrk: asks for random clients; their ids have no gap.
local kind, first, clients = os.getenv("KIND"), tonumber(os.getenv("FIRST")), tonumber(os.getenv("CLIENTS"))
local token = os.getenv("TOKEN")
local headers = { ["Authorization"] = "Bearer " .. token, ["Host"] = "localhost" }
local fixed = { empty = "/health/live", audited = "/v1/snapshot" }
local suffix = kind == "explanation" and "/explanation" or ""

function init(args) math.randomseed(os.time()) end

function request()
  local id = first + math.random(0, clients - 1)
  local path = fixed[kind] or "/v1/clients/" .. id .. suffix
  return wrk.format("GET", path, headers)
end

function done(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  print(string.format("RESULT %s %.0f %.3f %.3f %d", kind, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
