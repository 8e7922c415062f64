// Agree: how far coders agree, over a table of units or over what they marked.

package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/agreement"
	"github.com/hasteslowly/readiness/framework/strict"
)

func (p program) agree(a arguments) error {
	name := a.word(0)
	if name == "" {
		return fmt.Errorf("%w: name a table or material", errUsage)
	}
	if ofCodings(name) {
		if a.flag("statistic") {
			return fmt.Errorf("%w: --statistic is for a table of units by coders; %s holds codings", errUsage, name)
		}
		return p.agreeOnCodings(a)
	}
	in := p.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	o, f, err := a.agreement()
	if err != nil {
		return err
	}
	if metric, err := agreement.ParseSetMetric(a.flags["metric"]); err == nil {
		return p.agreeOnSets(a, in, metric)
	}
	if o.Metric, err = agreement.ParseMetric(orElse(a.flags["metric"], "nominal")); err != nil {
		return err
	}
	table, err := agreement.Read(in, f)
	if err != nil {
		return err
	}
	if !a.flag("statistic") {
		return p.agreeOnAll(a, table, o)
	}
	s, err := agreement.Find(a.flags["statistic"])
	if err != nil {
		return err
	}
	v, err := s.Of(table, o)
	if err != nil {
		return err
	}
	return p.agreed(a, v)
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// agreed prints one value.
func (p program) agreed(a arguments, v agreement.Value) error {
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(v))
		return err
	}
	p.print("%v\n%s, %s, categories: %d\n", v, counted(v.Units, "unit"), counted(v.Coders, "coder"), v.Categories)
	for _, w := range v.Warnings {
		fmt.Fprintf(p.err, "note: %s\n", w)
	}
	return nil
}

// agreement reads the options of statistics and of the table.
func (a arguments) agreement() (o agreement.Options, f agreement.Format, err error) {
	if a.flag("weights") {
		if o.Weights, err = agreement.ParseWeights(a.flags["weights"]); err != nil {
			return o, f, err
		}
	}
	if o.Interval, err = agreement.ParseInterval(orElse(a.flags["interval"], "bootstrap")); err != nil {
		return o, f, err
	}
	if o.Resamples, err = a.number("resamples", 0); err != nil {
		return o, f, err
	}
	if o.Level, err = a.share("level", 0.95); err != nil {
		return o, f, err
	}
	if a.flag("seed") {
		if o.Seed, err = strconv.ParseUint(a.flags["seed"], 10, 64); err != nil {
			return o, f, fmt.Errorf("%w: --seed wants a whole number, not %q", errUsage, a.flags["seed"])
		}
	}
	o.Pooled, o.DropSingles = a.flag("pooled"), a.flag("drop-singles")
	if a.flag("period") {
		if o.Period, err = strconv.ParseFloat(a.flags["period"], 64); err != nil {
			return o, f, fmt.Errorf("%w: --period wants a number, not %q", errUsage, a.flags["period"])
		}
	}
	if a.flag("categories") {
		for c := range strings.SplitSeq(a.flags["categories"], ",") {
			f.Categories = append(f.Categories, strings.TrimSpace(c))
		}
	}
	if a.flag("missing") {
		f.Missing = strings.Split(a.flags["missing"], ",")
	}
	switch h := a.flags["header"]; h {
	case "":
	case "yes":
		f.Header = agreement.WithHeader
	case "no":
		f.Header = agreement.WithoutHeader
	default:
		return o, f, fmt.Errorf("%w: --header wants yes or no, not %q", errUsage, h)
	}
	return o, f, nil
}

func alphaOfPresence(m *coding.Material, a arguments, code string) (agreement.Value, error) {
	t, err := m.Presence(coding.Lens(a.flags["lens"]), code)
	if err != nil {
		return agreement.Value{}, err
	}
	return agreement.KrippendorffAlpha.Of(t, agreement.Options{})
}

// agreeOnAll prints every statistic that the table and the options suit, and which categories are taken for which.
func (p program) agreeOnAll(a arguments, t *agreement.Table, o agreement.Options) error {
	var values []agreement.Value
	for _, s := range agreement.Statistics() {
		own := o
		if !s.TakesMetric {
			own.Metric = agreement.Nominal
		}
		if !s.TakesWeights {
			own.Weights = agreement.Unweighted
		}
		v, err := s.Of(t, own)
		if err != nil {
			return err
		}
		values = append(values, v)
	}
	confusion := agreement.Confuse(t)
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(struct {
			Statistics []agreement.Value   `json:"statistics"`
			Confusion  agreement.Confusion `json:"confusion"`
		}{values, confusion}))
		return err
	}
	p.print("%s, %s, categories: %s\n\n", counted(t.Units(), "unit"), counted(t.Coders(), "coder"), strings.Join(t.Categories(), " "))
	left := 0
	for _, v := range values {
		if !v.Defined() && t.Coders() > 2 && strings.Contains(v.Undefined, "exactly two coders") {
			left++
			continue
		}
		p.print("  %v\n", v)
	}
	if left > 0 {
		p.print("  and %d that take exactly two coders\n", left)
	}
	if o.Metric != agreement.Nominal && o.Weights == agreement.Unweighted {
		p.print("  (the metric is alpha's; the others take --weights)\n")
	}
	what := "pairs of ratings of a unit, each counted 1/(ratings-1)"
	if t.Coders() == 2 {
		what = t.Names()[0] + " in rows, " + t.Names()[1] + " in columns"
	}
	p.print("\nCONFUSION    %s\n%v\n\nCATEGORIES   each against all others, Krippendorff's alpha\n", what, confusion)
	for i, c := range confusion.Categories {
		alpha := "undefined"
		if confusion.Alpha[i] != nil {
			alpha = fmt.Sprintf("%.2f", *confusion.Alpha[i])
		}
		most, at := 0.0, ""
		for j, n := range confusion.Counts[i] {
			if j != i && n > most {
				most, at = n, ", most often taken for "+confusion.Categories[j]
			}
		}
		p.print("  %s: %s%s\n", c, alpha, at)
	}
	for _, w := range t.Warnings() {
		fmt.Fprintf(p.err, "note: %s\n", w)
	}
	return nil
}

// agreeOnSets reads cells as sets of labels.
func (p program) agreeOnSets(a arguments, in io.Reader, metric agreement.SetMetric) error {
	if s := a.flags["statistic"]; s != "" && s != agreement.KrippendorffAlpha.Name && s != "krippendorff_mvalpha" {
		return fmt.Errorf("%w: sets take krippendorff_alpha or krippendorff_mvalpha", errUsage)
	}
	_, f, err := a.agreement()
	if err != nil {
		return err
	}
	t, err := agreement.ReadSets(in, f)
	if err != nil {
		return err
	}
	if a.flags["statistic"] == "krippendorff_mvalpha" {
		return p.agreed(a, agreement.MultiValued(t))
	}
	return p.agreed(a, metric.Alpha(t))
}

// ofCodings says that a file holds codings: it is no CSV, or one with the columns document and code.
func ofCodings(name string) bool {
	if name == "-" {
		return false
	}
	if !strings.HasSuffix(strings.ToLower(name), ".csv") {
		return true
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	first, _ := csv.NewReader(io.LimitReader(f, 1<<16)).Read()
	has := func(column string) bool {
		return slices.ContainsFunc(first, func(s string) bool { return strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")) == column })
	}
	return has("document") && has("code")
}

// agreeOnCodings measures agreement for all codes together and one by one: on what is marked where there are spans, otherwise on which documents have the code.
func (p program) agreeOnCodings(a arguments) error {
	m, err := p.material(a.word(0))
	if err != nil {
		return err
	}
	if err := knownLens(m, a); err != nil {
		return err
	}
	spans := slices.ContainsFunc(m.Codings, func(c coding.Coding) bool { return c.End > 0 })
	tree, err := m.Codebook.Tree()
	if err != nil {
		return err
	}
	type row struct {
		Code  string          `json:"code"`
		Value agreement.Value `json:"value"`
	}
	var rows []row
	used := map[string]bool{}
	for _, c := range m.Codings {
		used[c.Code] = true
	}
	marked := m.Mark(coding.Lens(a.flags["lens"]), false)
	codes := []coding.Code{{Name: "anything"}}
	for _, c := range tree.Codes() {
		if used[c.ID] {
			codes = append(codes, c)
		}
	}
	labels := m.Labels()
	for _, c := range codes {
		var v agreement.Value
		if spans {
			v, err = marked.Of(c.ID).AlphaU(agreement.MarkedOrNot, "")
		} else {
			v, err = alphaOfPresence(m, a, c.ID)
		}
		if err != nil {
			return err
		}
		rows = append(rows, row{orElse(labels[c.ID], c.Name), v})
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(rows))
		return err
	}
	how := "documents that all of them coded; |u-alpha: marked or not, whole spans"
	if !spans {
		how = "no spans; alpha on which documents have the code"
	}
	p.print("%s by %s; %s\n\n", counted(len(m.Codings), "coding"), strings.Join(m.Coders(), ", "), how)
	slices.SortStableFunc(rows[1:], func(x, y row) int {
		switch {
		case x.Value.Value == nil || y.Value.Value == nil || *x.Value.Value == *y.Value.Value:
			return 0
		case *x.Value.Value < *y.Value.Value:
			return -1
		}
		return 1
	})
	for _, r := range rows {
		value := "undefined: " + r.Value.Undefined
		if r.Value.Defined() {
			value = fmt.Sprintf("%.2f", *r.Value.Value)
		}
		p.print("  %s %s\n", pad(r.Code, 40), value)
	}
	return nil
}
