// Features: what a phrase is a set of.

package similar

import (
	"slices"
	"strings"
	"sync"
)

// Features turns phrases into sets.
type Features interface {
	// Of lists the features of a phrase, each once, in any order.
	Of(phrase string) []string
	String() string
}

// Words are the words of a phrase in a language.
func Words(l Language) Features { return words{l.vocabulary()} }

type words struct{ vocabulary }

func (w words) Of(phrase string) []string { return distinct(w.words(phrase)) }

// english is the default, made once.
var english = sync.OnceValue(func() Features { return Words(English()) })

// shown gives the words of a phrase by the features they became, so that reasons speak as the phrase does.
func (w words) shown(phrase string) map[string]string {
	all := map[string]string{}
	for _, word := range split(phrase) {
		for _, f := range w.words(word) {
			if all[f] == "" {
				all[f] = word
			}
		}
	}
	return all
}
func (w words) String() string { return "words (" + w.Name + ")" }

// Grams are all runs of n characters of a phrase's words, written with one space between them and around them, so that the beginnings of words count.
func Grams(n int, l Language) Features { return grams{max(1, n), l.vocabulary()} }

type grams struct {
	n int
	vocabulary
}

func (g grams) Of(phrase string) []string {
	w := g.words(phrase)
	if len(w) == 0 {
		return nil
	}
	text := []rune(" " + strings.Join(w, " ") + " ")
	var all []string
	for i := 0; i+g.n <= len(text); i++ {
		all = append(all, string(text[i:i+g.n]))
	}
	if len(all) == 0 {
		all = []string{string(text)}
	}
	return distinct(all)
}

func (g grams) String() string { return "runs of characters (" + g.Name + ")" }

func distinct(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}
