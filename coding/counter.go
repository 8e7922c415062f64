// Challenges and drivers that occur together, or are said to counteract each other.

package coding

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"github.com/hasteslowly/readiness/framework"
)

// pairs gives every challenge with every driver, by name.
func (s scanned) pairs(w Window) []CounterPair {
	challenges, drivers := s.signed(framework.Challenge), s.signed(framework.Driver)
	var all []CounterPair
	for _, c := range slices.Sorted(maps.Keys(challenges)) {
		for _, d := range slices.Sorted(maps.Keys(drivers)) {
			often := challenges[c].count() >= w.Least && drivers[d].count() >= w.Least
			if c != d && (often || s.said[[2]string{c, d}] != nil) {
				all = append(all, s.pair(c, d, challenges[c], drivers[d], w))
			}
		}
	}
	return all
}

func (r *Relations) oppositional(s scanned, w Window) {
	all := s.pairs(w)
	r.LookedPairs = len(all)
	for _, p := range corrected(all) {
		if p.Said > 0 || p.Together >= w.Least && p.Association.OddsRatio > 1 && p.Association.Q <= .1 {
			r.Oppositional = append(r.Oppositional, p)
		}
	}
	slices.SortStableFunc(r.Oppositional, func(a, b CounterPair) int {
		return cmp.Or(cmp.Compare(b.Said, a.Said), cmp.Compare(a.Association.Q, b.Association.Q), cmp.Compare(a.Challenge, b.Challenge), cmp.Compare(a.Driver, b.Driver))
	})
}

// corrected sets the Q of pairs.
func corrected(all []CounterPair) []CounterPair {
	var looked []*Association
	for i := range all {
		looked = append(looked, &all[i].Association)
	}
	correct(looked)
	return all
}

// AllPairs gives every challenge with every driver that are in so many documents, whether proposed by [Relate] or not, by name.
func AllPairs(m *Material, w Window) []CounterPair {
	if w.Least == 0 {
		w.Least = 2
	}
	return corrected(scan(m, m.reading(nil)).pairs(w))
}

// documents is a set of documents, a bit each.
type documents []uint64

func (d documents) has(i int) bool { return d[i/64]>>(i%64)&1 == 1 }

func (d documents) count() int {
	n := 0
	for _, x := range d {
		n += bits.OnesCount64(x)
	}
	return n
}

// signed gives, for each code, the documents in which it has a sign.
func (s scanned) signed(sign framework.Pole) map[string]documents {
	all := map[string]documents{}
	for code, in := range s.byCode {
		set := make(documents, len(s.documents)/64+1)
		for i, d := range s.documents {
			if slices.ContainsFunc(in[d], func(i int) bool { x := s.material.Codings[i].Sign; return x == sign || x == framework.Both }) {
				set[i/64] |= 1 << (i % 64)
			}
		}
		if set.count() > 0 {
			all[code] = set
		}
	}
	return all
}

func (s scanned) pair(c, d string, withC, withD documents, w Window) CounterPair {
	said := s.said[[2]string{c, d}]
	p := CounterPair{Challenge: c, Driver: d, Said: len(said)}
	for i := range withC {
		if withC[i]&withD[i] == 0 && said == nil {
			continue
		}
		for j := 64 * i; j < min(64*i+64, len(s.documents)); j++ {
			doc := s.documents[j]
			together := withC.has(j) && withD.has(j) && s.near(c, d, doc, w.Within)
			if together {
				p.Together++
			}
			if together || said[doc] {
				p.Documents = append(p.Documents, doc)
			}
		}
	}
	first, second := withC.count()-p.Together, withD.count()-p.Together
	p.Association = Associate(p.Together, first, second, max(0, len(s.documents)-p.Together-first-second))
	return p
}

// near says whether two codes of a document lie within so many positions.
func (s scanned) near(c, d, document string, within int) bool {
	if within == 0 {
		return true
	}
	for _, i := range s.byCode[c][document] {
		for _, j := range s.byCode[d][document] {
			a, b := s.material.Codings[i], s.material.Codings[j]
			if max(a.Start, b.Start)-min(a.End, b.End) <= within {
				return true
			}
		}
	}
	return false
}
