// Problems: what is wrong in something read from outside, where, and how to mend it.

package strict

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Problem is one thing wrong in one place. It is an error on its own, so that errors.As finds it inside an [Error].
type Problem struct {
	// Path names the value: "types[3].parameters[0].area" in JSON, "row 12, helps" in a table. Empty means the whole input.
	Path string `json:"path,omitempty"`
	// Line and Column count from 1, columns in characters. Both are 0 where the value has no place in a text.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	// What says what is wrong; Cure says what to do about it.
	What string `json:"what"`
	Cure string `json:"cure,omitempty"`
}

// Error gives place, path, fault and cure in one line.
func (p Problem) Error() string {
	var b strings.Builder
	if p.Line > 0 {
		fmt.Fprintf(&b, "line %d, column %d: ", p.Line, p.Column)
	}
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	b.WriteString(p.What)
	if p.Cure != "" {
		b.WriteString("; " + p.Cure)
	}
	return b.String()
}

// An Error holds every problem of one input, in the order of its text. It unwraps to its parts.
type Error struct {
	// Input names what was read: a file, "catalogue", "profile".
	Input    string
	Problems []Problem
}

// Error gives the input's name and one problem a line.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Input, counted(len(e.Problems), "problem"))
	for _, p := range e.Problems {
		b.WriteString("\n  " + p.Error())
	}
	return b.String()
}

// Unwrap returns the problems, each as an error.
func (e *Error) Unwrap() []error {
	errs := make([]error, len(e.Problems))
	for i, p := range e.Problems {
		errs[i] = p
	}
	return errs
}

// Fail returns nil when there are no problems, and otherwise an [*Error] with them, neighbours that are equal once.
func Fail(input string, problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	return &Error{Input: input, Problems: slices.Compact(slices.Clone(problems))}
}

// ByPlace sorts problems of one text by line and column, those without a place first.
func ByPlace(problems []Problem) []Problem {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return problems
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Problems returns the problems of an [*Error] anywhere in err, or err itself as a problem without a place.
func Problems(err error) []Problem {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Problems
	}
	return []Problem{{What: err.Error()}}
}
