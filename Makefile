# The commands of the README. Each is a script in scripts/, which says what it does.

.PHONY: run build test nightly bench fmt

# A running server with demo data: ARGS="--listen 127.0.0.1:4000" passes settings on.
run:
	@scripts/run $(ARGS)

# One release binary that carries its pages' assets; prints its path.
build:
	@scripts/build

# Everything, or some of it: make test PARTS="format lint"
test:
	@scripts/test $(PARTS)

# The long tests and the fuzz targets, some minutes each.
nightly:
	@scripts/nightly $(PARTS)

bench:
	@scripts/bench

fmt:
	@cargo fmt --all
