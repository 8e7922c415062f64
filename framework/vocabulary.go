// Closed vocabularies: what every enumerated type of the model shares.

package framework

import (
	"fmt"
	"strings"
)

// A vocabulary names the values of a closed type. Index 0 is the zero value, unset, and has no name.
type vocabulary[T ~uint8] struct {
	noun  string
	names []string
}

func (v vocabulary[T]) name(x T) string {
	if int(x) < len(v.names) {
		return v.names[x]
	}
	return fmt.Sprintf("%s(%d)", v.noun, uint8(x))
}

func (v vocabulary[T]) parse(s string) (T, error) {
	for i, name := range v.names {
		if i > 0 && name == s {
			return T(i), nil
		}
	}
	return 0, fmt.Errorf("%q is no %s: one of %s", s, v.noun, strings.Join(v.names[1:], ", "))
}

func (v vocabulary[T]) marshal(x T) ([]byte, error) {
	if x == 0 || int(x) >= len(v.names) {
		return nil, fmt.Errorf("%s is unset", v.noun)
	}
	return []byte(v.names[x]), nil
}

func (v vocabulary[T]) unmarshal(x *T, text []byte) error {
	parsed, err := v.parse(string(text))
	if err == nil {
		*x = parsed
	}
	return err
}

func (v vocabulary[T]) all() []T {
	all := make([]T, 0, len(v.names)-1)
	for i := 1; i < len(v.names); i++ {
		all = append(all, T(i))
	}
	return all
}
