-- Neovim, headless: open a report, list its diagnostics, apply the fix of one of them.
-- Arguments: the report, the code to mend, then the server's command.
local report, code = arg[1], arg[2]
local command = { unpack(arg, 3) }

local function wait(what, condition)
  if not vim.wait(30000, condition, 50) then
    io.stderr:write("waited in vain for " .. what .. "\n")
    os.exit(1)
  end
end

local function listed()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, { code = each.code, line = each.lnum, source = each.source })
  end
  return found
end

local function has(wanted)
  for _, each in ipairs(listed()) do
    if each.code == wanted then
      return each
    end
  end
end

vim.cmd.edit(vim.fn.fnameescape(report))
vim.lsp.start({ name = "gpar-lint", cmd = command, root_dir = vim.fs.dirname(report) })
wait("diagnostics", function() return has(code) end)
local before = listed()

local place = has(code)
vim.api.nvim_win_set_cursor(0, { place.line + 1, 0 })
for _, each in ipairs(vim.diagnostic.get(0)) do
  if each.code == code then
    vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col })
  end
end
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action) return action.isPreferred end,
})
wait("the fix", function() return vim.bo.modified end)
wait("the diagnostics after it", function() return not has(code) end)
vim.cmd.write()

io.stdout:write(vim.json.encode({ before = before, after = listed() }))
for _, client in ipairs(vim.lsp.get_clients()) do
  client:stop()
end
