# gpar-lint：常用命令。make demo 和 make test 在一台新机器上自己装好所需的一切。
PYTHON ?= python3
BIN := .venv/bin
SETUP := .venv/.installed
# code-server 自带的、它所需要的那一版 Node
NODE := node_modules/node/bin/node

.PHONY: demo test check bench accuracy repository vsix extension-test e2e wheel pyz packages docs pictures page clean

demo: $(SETUP)  ## 检查一份示例报告
	@echo '$$ gpar-lint examples/有缺陷/勾稽关系.txt'
	@$(BIN)/gpar-lint examples/有缺陷/勾稽关系.txt || true

test: $(SETUP)  ## 运行测试
	$(BIN)/python -m pytest

check: $(SETUP)  ## 代码检查：ruff、mypy --strict、分层
	$(BIN)/ruff check gpar_lint tools tests web vscode-extension
	$(BIN)/ruff format --check gpar_lint tools tests web vscode-extension
	$(BIN)/mypy
	MYPYPATH=web/bridge $(BIN)/mypy --strict web/bridge/gpar_lint_page
	$(BIN)/python -m pytest tests/test_house.py

bench: $(SETUP) .venv/.bench  ## 速度与内存，以比值表示
	$(BIN)/python -m tests.bench

accuracy: $(SETUP)  ## 随机生成报告，植入缺陷，统计检出与误报
	$(BIN)/python -m tests.accuracy

repository: $(SETUP)  ## 生成 300 个机关三年的年报，整库检查，有问题的逐份点名
	$(BIN)/python -m tests.repository

vsix: $(SETUP) vscode-extension/node_modules  ## VS Code 扩展：dist/gpar-lint.vsix
	cd vscode-extension && npm run --silent build
	$(BIN)/python vscode-extension/scripts/bundle.py
	$(BIN)/python vscode-extension/scripts/pages.py
	$(BIN)/python vscode-extension/scripts/pack.py dist/gpar-lint.vsix

extension-test: vscode-extension/node_modules  ## 扩展的单元测试，不需要编辑器
	cd vscode-extension && npm test --silent

vscode-extension/node_modules: vscode-extension/package-lock.json
	cd vscode-extension && npm ci --silent
	@touch $@

e2e: $(SETUP) .venv/.e2e tests/e2e/node_modules/.installed vsix page extension-test  ## 真实的编辑器和浏览器：Neovim、VS Code（code-server）、Chromium
	$(BIN)/python -m pytest -rs tests/server/test_neovim.py tests/extension
	cd tests/e2e && ./twice.sh $(NODE) --test --test-isolation=none 'specs/editor/*.test.js'
	cd tests/e2e && ./twice.sh $(NODE) --test --test-concurrency=1 'specs/page/*.test.js'

tests/e2e/node_modules/.installed: tests/e2e/package-lock.json tests/e2e/install.sh
	tests/e2e/install.sh
	@touch $@

wheel: $(SETUP)  ## dist/：安装包（wheel）
	$(BIN)/python -m build --wheel --outdir dist

pyz: wheel  ## dist/gpar-lint.pyz：单个文件，有 Python 就能用，不必安装
	$(BIN)/python -m tools.pyz dist/gpar_lint-$$($(BIN)/gpar-lint --version | cut -d' ' -f2)-py3-none-any.whl dist/gpar-lint.pyz

packages: $(SETUP) .venv/.packages  ## 打包，在各版本 Python 的干净环境里逐一试用
	$(BIN)/python -m pytest tests/packaging -rs

page: web/node_modules  ## dist/page/：浏览器里的检查页面，复制到任何网页服务器就能用
	cd web && npm run --silent types && npm run --silent build
	@echo '试用：$(PYTHON) -m http.server -d dist/page，然后打开 http://localhost:8000'

web/node_modules: web/package-lock.json
	cd web && npm ci --silent
	@touch $@

docs: $(SETUP) .venv/.docs  ## 文档网站：生成到 dist/docs，查链接、例子
	$(BIN)/python -m tools.site.build dist/docs
	$(BIN)/python -m pytest tests/site tests/docs

$(SETUP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

.venv/.bench: $(SETUP)
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	@touch $@

pictures: $(SETUP) .venv/.docs tests/e2e/node_modules/.installed vsix  ## 文档里的图：由程序自己生成（要有 Chromium 和 LibreOffice）
	$(BIN)/python -m tools.pictures
	cd tests/e2e && $(NODE) --test pictures.js

.venv/.docs: $(SETUP)
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	@touch $@

.venv/.packages: $(SETUP)
	$(BIN)/python -m pip install --quiet --editable '.[packages]'
	@touch $@

.venv/.e2e: $(SETUP)
	$(BIN)/python -m pip install --quiet --editable '.[e2e]'
	@touch $@

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
