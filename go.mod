module github.com/hasteslowly/readiness

go 1.26
