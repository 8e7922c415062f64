// Limits on what is read from outside: size, depth, number of values, number of problems reported.

package strict

import (
	"fmt"
	"io"
	"math"
)

// Limits bounds an input. A zero field means its default.
type Limits struct {
	Bytes    int64 // size of the input; default 64 MiB, at most 2 GiB
	Depth    int   // nesting of arrays and objects; default 32
	Values   int   // values in a JSON text, or cells in a table; default 4,000,000
	Problems int   // problems reported before reading gives up; default 100
}

func (l Limits) orDefault() Limits {
	if l.Bytes <= 0 {
		l.Bytes = 64 << 20
	}
	l.Bytes = min(l.Bytes, math.MaxInt32) // positions are kept in 32 bits
	if l.Depth <= 0 {
		l.Depth = 32
	}
	if l.Values <= 0 {
		l.Values = 4_000_000
	}
	if l.Problems <= 0 {
		l.Problems = 100
	}
	return l
}

// ReadAll reads r to its end, and reports an input larger than the limit as a problem instead of reading on.
func ReadAll(input string, r io.Reader, limits Limits) ([]byte, error) {
	limits = limits.orDefault()
	data, err := io.ReadAll(io.LimitReader(r, limits.Bytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", input, err)
	}
	if int64(len(data)) > limits.Bytes {
		return nil, Fail(input, []Problem{{
			What: fmt.Sprintf("is larger than %d bytes", limits.Bytes),
			Cure: "split it, or raise the limit on bytes",
		}})
	}
	return data, nil
}
