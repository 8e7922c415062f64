// Agree: how far coders agree, over a table of units or over what they marked.

package main

import (
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
	if name != "-" && !strings.HasSuffix(strings.ToLower(name), ".csv") && !a.flag("statistic") {
		return p.agreeOnSpans(a)
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
	for _, v := range values {
		p.print("  %v\n", v)
	}
	p.print("\ncategory by category, against all others: Krippendorff's alpha\n")
	for i, c := range confusion.Categories {
		alpha := "undefined"
		if confusion.Alpha[i] != nil {
			alpha = fmt.Sprintf("%9.2f", *confusion.Alpha[i])
		}
		most, at := 0.0, ""
		for j, n := range confusion.Counts[i] {
			if j != i && n > most {
				most, at = n, ", most often taken for "+confusion.Categories[j]
			}
		}
		p.print("  %s %s%s\n", alpha, c, at)
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

// agreeOnSpans measures agreement on what is marked, for all codes together and one by one.
func (p program) agreeOnSpans(a arguments) error {
	m, err := p.material(a.word(0))
	if err != nil {
		return err
	}
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
	for _, c := range codes {
		v, err := marked.Of(c.ID).AlphaU(agreement.MarkedOrNot, "")
		if err != nil {
			return err
		}
		rows = append(rows, row{c.Name, v})
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(rows))
		return err
	}
	p.print("%s by %s; documents that all of them coded; |u-alpha: marked or not, whole spans\n\n", counted(len(m.Codings), "coding"), strings.Join(m.Coders(), ", "))
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
