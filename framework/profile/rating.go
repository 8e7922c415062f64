// Ratings: how strongly, from 0 to 4, or no answer.

package profile

import (
	"fmt"
	"strconv"
)

// A Rating is 0 not at all, 1 slightly, 2 moderately, 3 strongly, 4 very strongly, or no answer, which is the zero value.
type Rating uint8

// Strongest is the top of the scale.
const Strongest = 4

// Rate makes a rating of 0 to 4. It panics outside that range; [ParseRating] is for data.
func Rate(n int) Rating {
	if n < 0 || n > Strongest {
		panic(fmt.Sprintf("profile: rating %d is not from 0 to %d", n, Strongest))
	}
	return Rating(n + 1)
}

// Value returns 0 to 4, and whether there is an answer.
func (r Rating) Value() (n int, ok bool) { return int(r) - 1, r != 0 }

// ParseRating reads "0" to "4", or the empty string for no answer.
func ParseRating(s string) (Rating, error) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > Strongest || len(s) != 1 {
		return 0, fmt.Errorf("%.20q is no rating: a whole number from 0 (not at all) to 4 (very strongly)", s)
	}
	return Rate(n), nil
}

// String gives "0" to "4", or nothing.
func (r Rating) String() string {
	if n, ok := r.Value(); ok {
		return strconv.Itoa(n)
	}
	return ""
}

// MarshalJSON gives the number; a rating without answer is left out by its field's omitzero.
func (r Rating) MarshalJSON() ([]byte, error) {
	if r == 0 || r > Strongest+1 {
		return nil, fmt.Errorf("profile: rating without answer")
	}
	return []byte(r.String()), nil
}

// UnmarshalJSON reads a whole number from 0 to 4.
func (r *Rating) UnmarshalJSON(data []byte) error {
	parsed, err := ParseRating(string(data))
	if err == nil {
		*r = parsed
	}
	return err
}
