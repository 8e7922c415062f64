// Languages: what is left out of a phrase, and what counts as one word.

package similar

import (
	"strings"
	"unicode"
)

// A Language is data that can be replaced: how words are brought to a common form.
type Language struct {
	Name string
	// Stop lists words that say nothing about the matter.
	Stop []string
	// Suffixes are tried in order, the first that fits is replaced; after it at least Least letters must be left.
	Suffixes []Suffix
	// Same gives the form that stands for a word: irregular forms and synonyms.
	Same map[string]string
}

// A Suffix is an ending and what takes its place.
type Suffix struct {
	Ending, Instead string
	Least           int
}

// Plain leaves words as they are, but for case and accents.
func Plain() Language { return Language{Name: "plain"} }

// English leaves out articles, prepositions, pronouns and auxiliaries, and takes plurals and -ing, -ed forms for their stem. "not", "no" and
// "without" stay: they turn the meaning.
func English() Language {
	return Language{
		Name: "English",
		Stop: strings.Fields(`a an the of in on at to for from by with into over under about as and or but if than then that this these those it its their his her our your they we you i
			is are was were be been being am has have had do does did will would can could may might must shall should who whom whose which what when where how why there here so such very
			more most some any all each every other own same too also just only up out off`),
		Suffixes: []Suffix{
			{"ies", "y", 2}, {"sses", "ss", 1}, {"ches", "ch", 2}, {"shes", "sh", 2}, {"xes", "x", 2}, {"ss", "ss", 1}, {"us", "us", 1}, {"is", "is", 1}, {"s", "", 3},
			{"ings", "", 3}, {"ing", "", 3}, {"edly", "", 3}, {"ied", "y", 2}, {"ed", "", 3}, {"ly", "", 4}, {"ness", "", 4}, {"e", "", 3},
		},
		Same: map[string]string{
			"people": "person", "persons": "person", "children": "child", "women": "woman", "men": "man", "data": "data", "criteria": "criterion", "lost": "lose", "kept": "keep", "made": "make",
			"gps": "gp", "it": "it", "organisations": "organisation", "organization": "organisation", "organizations": "organisation", "clinicians": "clinician", "staffing": "staff", "cannot": "not",
		},
	}
}

// vocabulary is a language prepared for look-ups.
type vocabulary struct {
	Language
	stop map[string]bool
}

func (l Language) vocabulary() vocabulary {
	v := vocabulary{l, map[string]bool{}}
	for _, w := range l.Stop {
		v.stop[fold(w)] = true
	}
	return v
}

// words splits a phrase and brings each word to its common form, stop words left out; a phrase of stop words alone keeps them.
func (v vocabulary) words(phrase string) []string {
	all := split(phrase)
	kept := make([]string, 0, len(all))
	for _, w := range all {
		if !v.stop[w] {
			kept = append(kept, v.stem(w))
		}
	}
	if len(kept) == 0 {
		return all
	}
	return kept
}

// split gives the words of a phrase in lower case, without accents.
func split(phrase string) []string {
	return strings.FieldsFunc(fold(phrase), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func (v vocabulary) stem(w string) string {
	if same, ok := v.Same[w]; ok {
		return same
	}
	for _, s := range v.Suffixes {
		if stem, ok := strings.CutSuffix(w, s.Ending); ok && len(stem) >= s.Least {
			w = stem + s.Instead
			break
		}
	}
	if same, ok := v.Same[w]; ok {
		return same
	}
	return w
}

// fold makes letters lower case and takes their marks off: Latin letters by table, others by leaving combining marks out.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 {
			if 'A' <= r && r <= 'Z' {
				return r + 'a' - 'A'
			}
			return r
		}
		r = unicode.ToLower(r)
		if unicode.Is(unicode.Mn, r) || r == '\'' || r == '\u2019' {
			return -1
		}
		if i := strings.IndexRune(marked, r); i >= 0 {
			return []rune(unmarked)[len([]rune(marked[:i]))]
		}
		return r
	}, s)
}

const (
	marked   = "\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00ff\u0101\u0103\u0105\u0107\u010d\u010f\u0111\u0113\u0117\u0119\u011b\u011f\u0123\u012b\u0137\u013c\u0142\u0144\u0146\u0148\u014d\u0151\u0159\u015b\u015f\u0161\u0163\u0165\u016b\u016f\u0171\u017a\u017c\u017e"
	unmarked = "aaaaaaceeeeiiiinoooooouuuuyyaaaccddeeeeggikllnnnoorsssttuuuzzz"
)
