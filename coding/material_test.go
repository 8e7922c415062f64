// Material: positions, codebooks, matrices, meetings, saturation and relations, on small cases worked by hand and on generated ones.

package coding_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
)

func TestOffsets(t *testing.T) {
	text := strings.Repeat("a\u00e9\u4e2d\U0001f600 \r\n", 300)
	o := coding.NewOffsets(text)
	runes := []rune(text)
	if o.Len(coding.Runes) != len(runes) || o.Len(coding.Bytes) != len(text) || o.Len(coding.UTF16) != len(utf16.Encode(runes)) {
		t.Fatal("lengths")
	}
	for i := range len(runes) + 1 {
		wantBytes, wantUnits := len(string(runes[:i])), len(utf16.Encode(runes[:i]))
		for _, x := range []struct {
			at       int
			from, to coding.Unit
			want     int
		}{
			{i, coding.Runes, coding.Bytes, wantBytes}, {i, coding.Runes, coding.UTF16, wantUnits}, {wantBytes, coding.Bytes, coding.Runes, i},
			{wantUnits, coding.UTF16, coding.Runes, i}, {wantUnits, coding.UTF16, coding.Bytes, wantBytes},
		} {
			got, err := o.Convert(x.at, x.from, x.to)
			if err != nil || got != x.want {
				t.Fatalf("%d %s to %s: %d, %v, want %d", x.at, x.from, x.to, got, err, x.want)
			}
		}
	}
	for _, x := range []struct {
		at   int
		from coding.Unit
	}{{2, coding.Bytes}, {-1, coding.Runes}, {4, coding.UTF16}, {len(text) + 1, coding.Bytes}} {
		if got, err := o.Convert(x.at, x.from, coding.Runes); err == nil {
			t.Errorf("%d %s gives %d", x.at, x.from, got)
		}
	}
	if s, err := o.Slice(1, 4, coding.Runes); err != nil || s != "\u00e9\u4e2d\U0001f600" {
		t.Errorf("%q, %v", s, err)
	}
}

func TestCodebook(t *testing.T) {
	b := coding.Codebook{
		{Op: coding.AddCode, ID: "trust", Name: "Trust"},
		{Op: coding.AddCode, ID: "public", Name: "Public trust", Parent: "trust"},
		{Op: coding.AddCode, ID: "faith", Name: "Faith"},
		{Op: coding.AddCode, ID: "blind", Name: "Blind faith", Parent: "faith"},
		{Op: coding.RenameCode, ID: "trust", Name: "Trust and distrust"},
		{Op: coding.AbsorbCode, ID: "faith", Parent: "trust"},
		{Op: coding.MoveCode, ID: "blind", Parent: "public"},
	}
	tree, err := b.Tree()
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := tree.Code("faith"); !ok || c.ID != "trust" || c.Name != "Trust and distrust" {
		t.Errorf("%+v", c)
	}
	if diff := cmp.Diff([]string{"trust", "public", "blind"}, tree.Path("blind")); diff != "" {
		t.Error(diff)
	}
	if earlier, err := b[:4].Tree(); err != nil || earlier.Theme("blind", 1) != "faith" {
		t.Errorf("the codebook of before: %v", err)
	}
	if got := len(b.History("trust")); got != 3 {
		t.Errorf("%d changes bear on trust", got)
	}
	for _, c := range []coding.CodeChange{
		{Op: coding.AddCode, ID: "trust"}, {Op: coding.MoveCode, ID: "trust", Parent: "blind"}, {Op: coding.RenameCode, ID: "none"},
		{Op: coding.AddCode, ID: "x", Parent: "none"}, {Op: coding.AbsorbCode, ID: "trust"}, {Op: "guess", ID: "trust"}, {Op: coding.AbsorbCode, ID: "trust", Parent: "trust"},
	} {
		if _, err := append(b[:7:7], c).Tree(); err == nil {
			t.Errorf("%+v is carried out", c)
		}
	}
}

const smallMaterial = `{"format":"readiness-material/1","unit":"utf-16",
"documents":[{"id":"d1","case":"k1","text":"Trust \ud83d\ude00 grew. Money ran out."},{"id":"d2","case":"k2","text":"Nobody trusted us."},{"id":"d3","text":"Money came."}],
"cases":[{"id":"k1","attributes":{"site":"north"}},{"id":"k2","attributes":{"site":"south"}}],
"codebook":[{"op":"add","id":"people","name":"People"},{"op":"add","id":"trust","name":"Trust","parent":"people"},{"op":"add","id":"money","name":"Money"}],
"codings":[
{"document":"d1","start":0,"end":14,"code":"trust","coder":"ann","sign":"driver"},
{"document":"d1","start":0,"end":8,"code":"trust","coder":"bob","sign":"driver"},
{"document":"d1","start":15,"end":29,"code":"money","coder":"ann","sign":"challenge"},
{"document":"d2","code":"trust","coder":"ann","sign":"challenge"},
{"document":"d3","start":0,"end":5,"code":"money","coder":"ann","sign":"driver","counters":"trust"}],
"memos":[{"case":"k1","code":"trust","text":"Grew slowly."}]}`

func material(t testing.TB) *coding.Material {
	t.Helper()
	m, err := coding.ReadMaterial(strings.NewReader(smallMaterial))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMaterial(t *testing.T) {
	m := material(t)
	if got := m.Quote(m.Codings[0]); got != "Trust \U0001f600 grew." {
		t.Errorf("%q", got)
	}
	r, err := m.Convert(coding.Runes)
	if err != nil || r.Codings[0].End != 13 || r.Quote(r.Codings[0]) != m.Quote(m.Codings[0]) {
		t.Errorf("%+v, %v", r.Codings[0], err)
	}
	bad := strings.NewReplacer(`"end":8`, `"end":7`, `"code":"money","coder":"ann","sign":"driver"`, `"code":"mony","coder":"","sign":"driver"`, `"end":29`, `"end":99`, `"case":"k2"`, `"case":"k9"`).Replace(smallMaterial)
	_, err = coding.ReadMaterial(strings.NewReader(bad))
	for _, says := range []string{"is inside a character", `no code "mony"`, "coder: is missing", "position 99 is outside", `no case "k9"`} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v does not say %q", err, says)
		}
	}
}

func TestCross(t *testing.T) {
	m := material(t)
	x, err := coding.Cross(m, coding.MatrixOptions{Depth: 1})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := x.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("case,people,money\nk1,2 Grew slowly.,1\nk2,1,0\nd3,0,1\n", b.String()); diff != "" {
		t.Error(diff)
	}
	merged := *m // money becomes trust, which ann has on the same words already: counted once
	merged.Codings = append(slices.Clone(m.Codings), coding.Coding{Document: "d1", Start: 0, End: 14, Code: "money", Coder: "ann", Sign: framework.Driver})
	merged.Codebook = append(slices.Clone(m.Codebook), coding.CodeChange{Op: coding.AbsorbCode, ID: "money", Parent: "trust"})
	if y, err := coding.Cross(&merged, coding.MatrixOptions{Depth: 1}); err != nil || len(y.Cells[0][0].Codings) != 3 || len(y.Themes) != 1 {
		t.Errorf("after merging codes: %+v, %v", y, err)
	}
	if in := coding.Cooccur(&merged, coding.CooccurrenceOptions{}); len(in) != 0 {
		t.Errorf("a code meets the one that absorbed it: %+v", in)
	}
	if s := coding.Saturate(&merged, coding.SaturationOptions{Permutations: 10}); s.Codes != 1 {
		t.Errorf("%d codes after merging", s.Codes)
	}
	if x.Cells[0][0].Coders != 2 {
		t.Errorf("%+v", x.Cells[0][0])
	}
	b.Reset()
	if err := x.WriteSpans(&b, m); err != nil || !strings.Contains(b.String(), "k1,money,d1,15,29,money,ann,Money ran out.,") {
		t.Errorf("%s, %v", b.String(), err)
	}
	if x, err = coding.Cross(m, coding.MatrixOptions{By: "site"}); err != nil || cmp.Diff([]string{"north", "south", "(not given)"}, x.Cases) != "" {
		t.Errorf("by site: %v, %v", x.Cases, err)
	}
	if _, err := json.Marshal(x.Chart()); err != nil {
		t.Error(err)
	}
}

func TestCooccur(t *testing.T) {
	m := material(t)
	in := coding.Cooccur(m, coding.CooccurrenceOptions{})
	if len(in) != 1 || in[0].A != "money" || in[0].B != "trust" || in[0].Association.Both != 1 || in[0].Overlaps != 2 {
		t.Errorf("%+v", in)
	}
	if on := coding.Cooccur(m, coding.CooccurrenceOptions{Spans: true}); len(on) != 0 {
		t.Errorf("spans apart meet: %+v", on)
	}
	if near := coding.Cooccur(m, coding.CooccurrenceOptions{Spans: true, Distance: 3}); len(near) != 1 || near[0].Overlaps != 1 {
		t.Errorf("spans 1 and 7 apart, within 3: %+v", near)
	}
}

func TestRelate(t *testing.T) {
	r := coding.Relate(material(t), coding.Window{}, nil)
	var two []string
	for _, f := range r.Ambivalent {
		two = append(two, fmt.Sprint(f.Code, " ", f.Challenge, " ", f.Driver, " ", f.Both, " ", f.Codings))
	}
	if diff := cmp.Diff([]string{"money 1 1 0 [2 4]", "trust 1 1 0 [0 1 3]"}, two); diff != "" {
		t.Error(diff)
	}
	if len(r.Oppositional) != 1 || r.Oppositional[0].Challenge != "trust" || r.Oppositional[0].Driver != "money" || r.Oppositional[0].Said != 1 {
		t.Errorf("%+v", r.Oppositional)
	}
}

// TestRelateFindsWhatIsPlanted hides one factor whose sign follows the site, and one pair that occurs together, among noise.
func TestRelateFindsWhatIsPlanted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	m := &coding.Material{Format: coding.MaterialFormat}
	for i := range 20 {
		m.Codebook = append(m.Codebook, coding.CodeChange{Op: coding.AddCode, ID: fmt.Sprintf("f%02d", i)})
	}
	for d := range 120 {
		id, site := fmt.Sprint("d", d), []string{"north", "south"}[d%2]
		m.Cases = append(m.Cases, coding.Case{ID: id, Attributes: map[string]string{"site": site}})
		m.Documents = append(m.Documents, coding.Document{ID: id, Case: id})
		add := func(code string, sign framework.Pole) {
			m.Codings = append(m.Codings, coding.Coding{Document: id, Code: code, Coder: "x", Sign: sign})
		}
		for i := range 16 {
			if random.IntN(4) == 0 {
				add(fmt.Sprintf("f%02d", i), framework.Pole(1+i%2))
			}
		}
		if random.IntN(2) == 0 {
			add("f18", map[string]framework.Pole{"north": framework.Challenge, "south": framework.Driver}[site])
		}
		if random.IntN(3) == 0 {
			add("f16", framework.Challenge)
			if random.IntN(6) > 0 {
				add("f17", framework.Driver)
			}
		}
	}
	if p := m.Check(); len(p) > 0 {
		t.Fatal(p)
	}
	r := coding.Relate(m, coding.Window{}, nil)
	if len(r.Ambivalent) != 1 || r.Ambivalent[0].Code != "f18" || r.Ambivalent[0].GoesWith[0].Association.Q > 1e-6 {
		t.Errorf("%+v", r.Ambivalent)
	}
	if len(r.Oppositional) == 0 || r.Oppositional[0].Challenge != "f16" || r.Oppositional[0].Driver != "f17" || len(r.Oppositional) > 3 {
		t.Errorf("%d pairs: %+v", len(r.Oppositional), r.Oppositional)
	}
}

// TestAssociate compares with worked numbers. Fisher's tea: P of 3 1 1 3 is 0.4857 (two-sided; Fisher 1935). R fisher.test of matrix(c(10,2,3,15),2): 0.0005367.
func TestAssociate(t *testing.T) {
	for _, x := range []struct {
		table [4]int
		p     float64
	}{{[4]int{3, 1, 1, 3}, .4857}, {[4]int{10, 2, 3, 15}, .0005367}, {[4]int{0, 0, 0, 5}, 1}, {[4]int{5, 0, 0, 5}, .007937}} {
		a := coding.Associate(x.table[0], x.table[1], x.table[2], x.table[3])
		if math.Abs(a.P-x.p) > 5e-4*max(x.p, .001) || a.Low > a.OddsRatio || a.High < a.OddsRatio || math.IsNaN(a.P) {
			t.Errorf("%+v, want P %v", a, x.p)
		}
	}
	a := coding.Associate(10, 2, 3, 15)
	or := 10.5 * 15.5 / (2.5 * 3.5)
	far := math.Exp(1.959963984540054 * math.Sqrt(1/10.5+1/2.5+1/3.5+1/15.5))
	if math.Abs(a.OddsRatio-or) > 1e-12 || math.Abs(a.High/(or*far)-1) > 1e-12 || math.Abs(a.Low/(or/far)-1) > 1e-12 {
		t.Errorf("%+v", a)
	}
}

func TestSaturate(t *testing.T) {
	m := &coding.Material{Format: coding.MaterialFormat}
	for d := range 40 {
		id := fmt.Sprint("d", d)
		m.Documents = append(m.Documents, coding.Document{ID: id})
		for k := range 10 { // code k is in every (k+1)th source
			if d%(k+1) == 0 {
				m.Codings = append(m.Codings, coding.Coding{Document: id, Code: fmt.Sprint("c", k), Coder: "x"})
			}
		}
	}
	s := coding.Saturate(m, coding.SaturationOptions{Permutations: 4000, Seed: 3})
	if s.Codes != 10 || s.Curve[39].Codes != 10 || s.Curve[39].Low != 10 || s.Curve[0].Given != 10 {
		t.Errorf("%+v", s)
	}
	sum := 0.0
	for k, p := range s.Curve {
		sum += p.New
		if p.Codes < float64(p.Low)-.1 || p.Codes > float64(p.High)+.1 || math.Abs(sum-p.Codes) > 1e-9 || k > 0 && p.New > s.Curve[k-1].New+1e-12 {
			t.Errorf("%+v", p)
		}
	}
	// By hand: after one source, the mean number of codes of a source.
	if want := float64(len(m.Codings)) / 40; math.Abs(s.Curve[0].Codes-want) > 1e-12 {
		t.Errorf("%v codes after one source, want %v", s.Curve[0].Codes, want)
	}
	if again := coding.Saturate(m, coding.SaturationOptions{Permutations: 4000, Seed: 3}); cmp.Diff(s, again) != "" {
		t.Error("the same seed gives another curve")
	}
	if none := coding.Saturate(&coding.Material{}, coding.SaturationOptions{}); none.Codes != 0 || len(none.Curve) != 0 {
		t.Errorf("%+v", none)
	}
}

func FuzzReadMaterial(f *testing.F) {
	f.Add([]byte(smallMaterial))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := coding.ReadMaterial(bytes.NewReader(data))
		if err != nil {
			return
		}
		if _, err := m.Convert(coding.Bytes); err != nil {
			t.Fatalf("checked material does not convert: %v", err)
		}
		if _, err := coding.Cross(m, coding.MatrixOptions{Depth: 1}); err != nil {
			t.Fatal(err)
		}
		coding.Cooccur(m, coding.CooccurrenceOptions{Spans: true})
		coding.Relate(m, coding.Window{Within: 5}, nil)
		coding.Saturate(m, coding.SaturationOptions{Permutations: 10})
	})
}
