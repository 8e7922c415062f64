// The index against comparing all pairs, on generated phrases and on strange ones.

package similar_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/coding/similar"
)

// generated makes phrases of a Zipf vocabulary; a third are others with a word exchanged, left out or added.
func generated(n int, seed uint64) []string {
	random := rand.New(rand.NewPCG(seed, 1))
	zipf := rand.NewZipf(random, 1.1, 8, 2999)
	word := func() string { return fmt.Sprintf("w%dx", zipf.Uint64()) }
	phrases := make([]string, 0, n)
	for len(phrases) < n {
		var words []string
		if len(phrases) > 10 && random.IntN(3) == 0 {
			words = strings.Fields(phrases[random.IntN(len(phrases))])
			at := random.IntN(len(words))
			switch random.IntN(3) {
			case 0:
				words[at] = word()
			case 1:
				words = slices.Delete(words, at, at+1)
			default:
				words = slices.Insert(words, at, word())
			}
		} else {
			for range 4 + random.IntN(7) {
				words = append(words, word())
			}
		}
		if len(words) > 0 {
			phrases = append(phrases, strings.Join(words, " "))
		}
	}
	return phrases
}

type found struct {
	a, b int
	s    float64
}

// all compares every pair of phrases.
func all(phrases []string, m similar.Set, threshold float64) []found {
	var f []found
	for b := range phrases {
		for a := range b {
			if s := m.Similarity(phrases[a], phrases[b]); s >= threshold {
				f = append(f, found{a, b, s})
			}
		}
	}
	return sorted(f)
}

// expanded turns groups and pairs of representatives into all pairs of phrases.
func expanded(f similar.Found) []found {
	group := map[int][]int{}
	var pairs []found
	for _, g := range f.Equal {
		group[g[0]] = g
		for i, b := range g {
			for _, a := range g[:i] {
				pairs = append(pairs, found{a, b, 1})
			}
		}
	}
	of := func(i int) []int {
		if g := group[i]; g != nil {
			return g
		}
		return []int{i}
	}
	for _, p := range f.Pairs {
		for _, a := range of(p.A) {
			for _, b := range of(p.B) {
				pairs = append(pairs, found{min(a, b), max(a, b), p.Similarity})
			}
		}
	}
	return sorted(pairs)
}

func sorted(f []found) []found {
	slices.SortFunc(f, func(x, y found) int { return (x.a-y.a)*1_000_000 + x.b - y.b })
	return f
}

func measures() []similar.Set {
	var all []similar.Set
	for _, as := range []similar.Coefficient{similar.Jaccard, similar.Dice, similar.Cosine, similar.Overlap} {
		all = append(all, similar.Set{As: as}, similar.Set{As: as, By: similar.Grams(3, similar.Plain())})
	}
	return all
}

func TestIndexIsExact(t *testing.T) {
	phrases := append(generated(110, 1), "", "the", "of the", "\u00c9t\u00e9", "ete", "e\u0301te\u0301", "!!", strings.Repeat("long ", 200))
	for _, m := range measures() {
		index, err := similar.New(phrases, similar.Options{Measure: m})
		if err != nil {
			t.Fatal(err)
		}
		for _, threshold := range []float64{.2, .3333333333333333, .5, .6, 2. / 3, .75, .9, 1} {
			f, err := index.Pairs(threshold)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(all(phrases, m, threshold), expanded(f), cmp.AllowUnexported(found{})); diff != "" {
				t.Errorf("%s at %v: %s", m, threshold, diff[:min(600, len(diff))])
			}
		}
	}
}

func TestNear(t *testing.T) {
	phrases := generated(300, 2)
	index, err := similar.New(phrases, similar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range append(phrases[:40:40], "w1x w2x unheard", "", "nothing known") {
		got, err := index.Near(query, .5)
		if err != nil {
			t.Fatal(err)
		}
		want := map[int]float64{}
		for i, p := range phrases {
			if s := (similar.Set{}).Similarity(query, p); s >= .5 {
				want[i] = s
			}
		}
		have := map[int]float64{}
		for _, p := range got {
			have[p.B] = p.Similarity
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("%q: %s", query, diff)
		}
	}
}

func TestMeasures(t *testing.T) {
	// Printed: Jaro-Winkler of MARTHA and MARHTA .961, DIXON and DICKSONX .813, DWAYNE and DUANE .840 (Winkler 1990).
	for _, x := range []struct {
		a, b string
		want float64
	}{{"MARTHA", "MARHTA", .961}, {"DIXON", "DICKSONX", .813}, {"DWAYNE", "DUANE", .840}} {
		if got := (similar.JaroWinkler{}).Similarity(x.a, x.b); math.Abs(got-x.want) > .0005 {
			t.Errorf("%s and %s: %v, printed %v", x.a, x.b, got, x.want)
		}
	}
	// By hand: one exchange in six letters; kitten to sitting takes 3 of 7.
	for _, x := range []struct {
		a, b string
		want float64
	}{{"martha", "marhta", 1 - 1./6}, {"kitten", "sitting", 1 - 3./7}, {"", "", 1}, {"", "x", 0}, {"Caf\u00e9", "cafe", 1}} {
		if got := (similar.Edit{}).Similarity(x.a, x.b); math.Abs(got-x.want) > 1e-12 {
			t.Errorf("%s and %s: %v, want %v", x.a, x.b, got, x.want)
		}
	}
	all := []similar.Measure{similar.Edit{}, similar.JaroWinkler{}}
	for _, m := range measures() {
		all = append(all, m)
	}
	phrases := append(generated(30, 3), "", "the", "a b")
	for _, m := range all {
		for _, a := range phrases {
			for _, b := range phrases {
				s := m.Similarity(a, b)
				if s != m.Similarity(b, a) || s < 0 || s > 1 || a == b && s != 1 {
					t.Errorf("%s of %q and %q is %v, the other way %v", m, a, b, s, m.Similarity(b, a))
				}
			}
		}
	}
}

func TestEnglish(t *testing.T) {
	same := [][2]string{
		{"lack of training", "Training is lacking"}, {"clinicians do not trust the systems", "clinician not trusting system"}, {"Policies", "policy"}, {"losses", "loss"},
	}
	for _, x := range same {
		if s := (similar.Set{}).Similarity(x[0], x[1]); s != 1 {
			t.Errorf("%q and %q are %v alike", x[0], x[1], s)
		}
	}
	if s := (similar.Set{}).Similarity("trusted", "not trusted"); s == 1 {
		t.Error("not is left out")
	}
}

func TestProblems(t *testing.T) {
	index, err := similar.New([]string{"a"}, similar.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, threshold := range []float64{0, -1, 1.1, math.NaN(), math.Inf(1)} {
		if _, err := index.Pairs(threshold); err == nil {
			t.Errorf("a threshold of %v is taken", threshold)
		}
		if _, err := index.Near("a", threshold); err == nil {
			t.Errorf("a threshold of %v is taken", threshold)
		}
	}
	if _, err := similar.New([]string{"a", strings.Repeat("x", similar.MaxLength+1)}, similar.Options{}); err == nil || !strings.Contains(err.Error(), "phrase 1") {
		t.Error(err)
	}
}

// TestDuplicates: a thousand times one phrase is one group.
func TestDuplicates(t *testing.T) {
	var phrases []string
	for range 1000 {
		phrases = append(phrases, "no time for training", "training: no time")
	}
	index, _ := similar.New(phrases, similar.Options{})
	f, err := index.Pairs(.5)
	if err != nil || len(f.Equal) != 1 || len(f.Equal[0]) != 2000 || len(f.Pairs) != 0 {
		t.Errorf("%d groups, %d pairs, %v", len(f.Equal), len(f.Pairs), err)
	}
}

func FuzzPairs(f *testing.F) {
	f.Add("no time\ntime no\nthe\n\n\u00c9t\u00e9 ete", uint8(50), uint8(0))
	f.Fuzz(func(t *testing.T, text string, percent, which uint8) {
		phrases := strings.Split(text, "\n")
		if len(phrases) > 30 || len(text) > 2000 {
			return
		}
		threshold := float64(percent%100+1) / 100
		m := measures()[int(which)%8]
		index, err := similar.New(phrases, similar.Options{Measure: m})
		if err != nil {
			t.Fatal(err)
		}
		got, err := index.Pairs(threshold)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(all(phrases, m, threshold), expanded(got), cmp.AllowUnexported(found{})); diff != "" {
			t.Error(diff)
		}
	})
}

// TestMemory holds 100,000 phrases to 100 MB beyond the phrases themselves.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred thousand phrases are for a full run")
	}
	phrases := generated(100_000, 4)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	index, err := similar.New(phrases, similar.Options{Measure: similar.Set{By: similar.Words(similar.Plain())}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := index.Pairs(.7)
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	t.Logf("100,000 phrases: %v, %d pairs, %d groups of equals, %d MB of heap in use, %d MB from the system", took, len(f.Pairs), len(f.Equal),
		(after.HeapInuse-before.HeapInuse)>>20, (after.Sys-before.Sys)>>20)
	if grown := after.Sys - before.Sys; grown > 100<<20 {
		t.Errorf("takes %d MB from the system", grown>>20)
	}
	runtime.KeepAlive(index)
}

// BenchmarkPairs shows growth over four sizes, and beside it the comparison of all pairs of 2,000.
func BenchmarkPairs(b *testing.B) {
	for _, n := range []int{12_500, 25_000, 50_000, 100_000} {
		phrases := generated(n, 5)
		b.Run(fmt.Sprint("index/", n), func(b *testing.B) {
			for b.Loop() {
				index, _ := similar.New(phrases, similar.Options{Measure: similar.Set{By: similar.Words(similar.Plain())}})
				if _, err := index.Pairs(.7); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	phrases := generated(1000, 5)
	b.Run("all-pairs/1000", func(b *testing.B) {
		for b.Loop() {
			all(phrases, similar.Set{By: similar.Words(similar.Plain())}, .7)
		}
	})
}
