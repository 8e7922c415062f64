// Nearest: the cure for a name that is not known.

package strict

import (
	"fmt"
	"strings"
)

// Nearest suggests which of the candidates was meant by name: the one with the smallest edit distance (letter case ignored;
// insertions, deletions, substitutions) if at most a third of the name differs, else the list of all when it is short.
func Nearest(name string, candidates []string) string {
	best, distance := "", len(name)/3+1
	for _, c := range candidates {
		if len(c)-len(name) > distance || len(name)-len(c) > distance {
			continue
		}
		if d := edits(strings.ToLower(name), strings.ToLower(c)); d < distance {
			best, distance = c, d
		}
	}
	switch {
	case best != "":
		return fmt.Sprintf("did you mean %q?", best)
	case len(candidates) > 0 && len(candidates) <= 12:
		return "one of " + strings.Join(candidates, ", ")
	}
	return ""
}

// edits is the Levenshtein distance in bytes, in two rows.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(row[j+1]+1, row[j]+1, cost)
		}
	}
	return row[len(b)]
}
