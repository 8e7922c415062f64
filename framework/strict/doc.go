// Package strict reads JSON and CSV that comes from outside, and says everything that is wrong with it at once.
//
// The standard library's encoding/json accepts what a hand-edited file should not contain: a key given twice (the last one
// wins), a key in the wrong case, a null, broken UTF-8, numbers rounded to fit; and it stops at the first error without a
// line. This package refuses all of these, collects every [Problem] with path, line, column and cure, and bounds size, depth
// and count with [Limits].
//
// [Unmarshal] fills a Go value from JSON by its json tags. What it accepts, encoding/json accepts too and decodes to the same
// value; a fuzz target holds it to that. [ReadTable] reads a CSV table with a header. [Fail] makes the one error type, [*Error].
package strict
