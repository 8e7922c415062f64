// Scale: 100,000 codings by 5 coders in 500 documents, and 10,000 decisions on as many raw parameters.

package coding_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/agreement"
	"github.com/hasteslowly/readiness/framework"
)

// large makes the material as JSON.
func large(t testing.TB) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 1))
	m := coding.Material{Format: coding.MaterialFormat}
	text := strings.Repeat("Somebody said something about sharing, and somebody else did not agree. ", 140)
	for i := range 22 {
		m.Codebook = append(m.Codebook, coding.CodeChange{Op: coding.AddCode, ID: fmt.Sprint("t", i), Name: "type"})
	}
	for i := range 500 {
		m.Codebook = append(m.Codebook, coding.CodeChange{Op: coding.AddCode, ID: fmt.Sprint("p", i), Name: "parameter", Parent: fmt.Sprint("t", i%22)})
	}
	for i := range 500 {
		m.Cases = append(m.Cases, coding.Case{ID: fmt.Sprint("k", i), Attributes: map[string]string{"site": fmt.Sprint(i % 7)}})
		m.Documents = append(m.Documents, coding.Document{ID: fmt.Sprint("d", i), Case: fmt.Sprint("k", i), Text: text})
	}
	for i := range 100_000 {
		start := random.IntN(len(text) - 100)
		m.Codings = append(m.Codings, coding.Coding{Document: fmt.Sprint("d", i/200), Start: start, End: start + 1 + random.IntN(99), Code: fmt.Sprint("p", random.IntN(500)),
			Coder: fmt.Sprint("coder ", i%5), Sign: framework.Pole(1 + random.IntN(2))})
	}
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestScale(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred thousand codings are for a full run")
	}
	data := large(t)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC() // the second empties the pools of the encoder that made the input
	runtime.ReadMemStats(&before)
	var took []string
	total := time.Now()
	step := func(name string, f func()) {
		start := time.Now()
		f()
		took = append(took, fmt.Sprintf("%s %v", name, time.Since(start).Round(time.Millisecond)))
	}
	var m *coding.Material
	step("import", func() {
		var err error
		if m, err = coding.ReadMaterial(bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
	})
	step("matrix", func() {
		x, err := coding.Cross(m, coding.MatrixOptions{Depth: 1})
		if err != nil || len(x.Cases) != 500 || len(x.Themes) != 22 {
			t.Fatal(err)
		}
	})
	step("agreement of 500 codes", func() {
		marked := m.Mark("", false)
		for i := range 500 {
			if v, err := marked.Of(fmt.Sprint("p", i)).Positions(agreement.MarkedOrNot, ""); err != nil || !v.Defined() {
				t.Fatal(v, err)
			}
		}
	})
	step("saturation", func() { coding.Saturate(m, coding.SaturationOptions{}) })
	step("relations", func() { coding.Relate(m, coding.Window{}, nil) })
	step("co-occurrence on spans", func() { coding.Cooccur(m, coding.CooccurrenceOptions{Spans: true}) })
	runtime.GC()
	runtime.ReadMemStats(&after)
	live := max(0, int64(after.HeapAlloc)-int64(before.HeapAlloc))
	runtime.KeepAlive(m)
	runtime.KeepAlive(data)
	material := after.Sys - before.Sys
	e, l := decisions()
	step("replay of 10,000 entries on 100,000 raw parameters", func() {
		if _, err := coding.Replay(l, e); err != nil {
			t.Fatal(err)
		}
	})
	runtime.ReadMemStats(&after)
	t.Logf("%d MB of JSON; %s; %v in all; material: %d MB live, %d MB from the system; with the ledger's evidence %d MB", len(data)>>20, strings.Join(took, ", "), time.Since(total).Round(time.Millisecond), live>>20, material>>20, (after.Sys-before.Sys)>>20)
	if d := time.Since(total); d > 30*time.Second {
		t.Errorf("takes %v", d)
	}
	if live > 3*int64(len(data)) || material > 25*uint64(len(data)) {
		t.Errorf("holds %d MB and takes %d MB for %d MB of input", live>>20, material>>20, len(data)>>20)
	}
}

// decisions makes evidence of 100,000 raw parameters and a ledger of 10,000 entries on it.
func decisions() (coding.Evidence, coding.Ledger) {
	e := coding.Evidence{Digest: "large"}
	for i := range 500 {
		a := coding.Account{Source: framework.Source{ID: fmt.Sprint("s", i)}}
		for j := range 200 {
			a.Challenges = append(a.Challenges, coding.Finding{Name: fmt.Sprint("finding ", j)})
		}
		e.Accounts = append(e.Accounts, a)
	}
	l := coding.Ledger{{Op: coding.Import, Of: "large", Who: "a", Why: "b"}}
	for i := range 5000 {
		raw := fmt.Sprintf("s%d:c%d", i%500, 1+i/500)
		l = append(l, coding.Entry{Op: coding.Place, Of: raw, Lens: coding.LensType, In: []string{fmt.Sprint("t", i%22)}, Who: "a", Why: "b"})
	}
	for i := range 4998 {
		raw := fmt.Sprintf("s%d:c%d", i%500, 1+i/500)
		l = append(l, coding.Entry{Op: coding.Merge, Of: fmt.Sprint("p", i%22), From: []string{raw}, Who: "a", Why: "b"})
	}
	return e, append(l, coding.Entry{Op: coding.Undo, Of: "9000-9999", Who: "a", Why: "b"})
}
