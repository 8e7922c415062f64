// The six intraclass correlations of Shrout & Fleiss: judges who rate the same targets.

package consensus

import (
	"math"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// ShroutFleiss gives the six forms for a table of targets (rows) by judges (columns), with BMS, WMS, JMS and EMS the mean squares
// between and within targets, between judges, and the residual, n targets and k judges:
//
//	ICC(1,1)  (BMS - WMS) / (BMS + (k-1) WMS)                         each target has judges of its own
//	ICC(2,1)  (BMS - EMS) / (BMS + (k-1) EMS + k (JMS - EMS) / n)     judges are a sample; absolute agreement
//	ICC(3,1)  (BMS - EMS) / (BMS + (k-1) EMS)                         these judges only; consistency
//	ICC(1,k)  (BMS - WMS) / BMS                                       of the mean of k judges
//	ICC(2,k)  (BMS - EMS) / (BMS + (JMS - EMS) / n)
//	ICC(3,k)  (BMS - EMS) / BMS
//
// A target that a judge did not rate is left out (listwise: the mean squares need the whole table), with a warning. All are undefined below two
// targets or two judges, and without variance. Intervals and p-values are from the F distribution; that of ICC(2,.) uses
// Satterthwaite's degrees of freedom. Source: Shrout & Fleiss 1979, Psychol Bull 86, doi:10.1037/0033-2909.86.2.420.
func ShroutFleiss(targets [][]float64, o Options) [6]Value {
	names := [6]string{"ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)"}
	var all [6]Value
	t, v, ok := twoWay(targets)
	for i := range all {
		all[i] = v
		all[i].Index = names[i]
		if ok {
			all[i] = t.form(i, all[i], o)
		}
	}
	return all
}

// A crossing is a two-way analysis of variance of targets by judges, one rating a cell.
type crossing struct {
	n, k               float64
	bms, wms, jms, ems float64
	total              float64
}

func twoWay(targets [][]float64) (t crossing, v Value, ok bool) {
	v.Missing = Listwise
	var rows [][]float64
	var all []float64
	g := Group{Rows: targets}
	v.Items = g.items()
	for _, row := range targets {
		if row = answered(row); len(row) == v.Items && len(row) > 0 {
			rows = append(rows, row)
			all = append(all, row...)
		}
	}
	v.N = len(rows)
	if left := len(targets) - v.N; left > 0 {
		v = v.warn(LeftOut, "%d of %d targets lack a judge's rating and do not count", left, len(targets))
	}
	if !moderate(all) {
		return t, v.without(immoderate), false
	}
	if v.N < 2 || v.Items < 2 {
		return t, v.without("it takes two judges and two targets that both rated"), false
	}
	t.n, t.k, t.total = float64(v.N), float64(v.Items), squares(all)
	if flat(t.total, all) {
		return t, v.without("all ratings are the same"), false
	}
	centre, between, judges, within := mean(all), 0.0, 0.0, 0.0
	for _, row := range rows {
		d := mean(row) - centre
		between += float64(t.k * float64(d*d))
		within += squares(row)
	}
	for _, column := range columns(rows, v.Items) {
		d := mean(column) - centre
		judges += float64(t.n * float64(d*d))
	}
	t.bms, t.wms, t.jms = between/(t.n-1), within/float64(t.n*(t.k-1)), judges/(t.k-1)
	t.ems = max(within-judges, 0) / float64((t.n-1)*(t.k-1))
	return t, v, true
}

// form computes one of the six: 0 to 2 of single ratings, 3 to 5 of means.
func (t crossing) form(i int, v Value, o Options) Value {
	none := float64(t.total * 1e-12)
	if i%3 != 1 && t.bms <= none && (i >= 3 || t.ems <= none && i == 2) {
		return v.without("the targets' means are all alike")
	}
	var single, error_ float64
	free := float64((t.n - 1) * (t.k - 1))
	switch i % 3 {
	case 0:
		error_, free = t.wms, float64(t.n*(t.k-1))
		single = (t.bms - t.wms) / (t.bms + float64((t.k-1)*t.wms))
	case 1:
		return t.absolute(i, v, o)
	case 2:
		error_ = t.ems
		single = (t.bms - t.ems) / (t.bms + float64((t.k-1)*t.ems))
	}
	of := func(f float64) float64 { return (f - 1) / (f + t.k - 1) }
	x := single
	if i >= 3 {
		of = func(f float64) float64 { return 1 - 1/f }
		x = (t.bms - error_) / t.bms
	}
	w := layout{between: t.bms, within: error_, betweenFree: t.n - 1, withinFree: free, total: t.total}
	return w.dressed(v, of, x, o)
}

// absolute is ICC(2,1) and ICC(2,k).
func (t crossing) absolute(i int, v Value, o Options) Value {
	spread := float64((t.k-1)*t.ems) + float64(t.k*(t.jms-t.ems))/t.n
	if i == 4 {
		spread = (t.jms - t.ems) / t.n
	}
	if below := t.bms + spread; below <= float64(t.total*1e-12) {
		return v.without("neither targets nor judges differ beyond the residual")
	}
	v = v.with((t.bms - t.ems) / (t.bms + spread))
	if *v.Value < 0 {
		v = v.warn(BelowChance, "the targets differ less than by chance")
	}
	if t.ems <= float64(t.total*1e-12) {
		return v
	}
	low, high := t.bounds(o)
	if i == 4 {
		low, high = stepUp(low, t.k), stepUp(high, t.k)
	}
	if !(low <= *v.Value && *v.Value <= high) {
		return v.warn(NoInterval, "the formula of the interval fails for values this far below 0")
	}
	p := portable.FAbove(t.bms/t.ems, t.n-1, float64((t.n-1)*(t.k-1)))
	v.Low, v.High, v.Level, v.P = &low, &high, o.level(), &p
	return v
}

// bounds are those of ICC(2,1).
func (t crossing) bounds(o Options) (low, high float64) {
	rho := (t.bms - t.ems) / (t.bms + float64((t.k-1)*t.ems) + float64(t.k*(t.jms-t.ems))/t.n)
	ratio := t.jms / t.ems
	judged := float64(float64(t.k*rho) * ratio)
	rest := float64(t.n*(1+float64((t.k-1)*rho))) - float64(t.k*rho)
	top := judged + rest
	free := float64(float64((t.k-1)*(t.n-1))*float64(top*top)) /
		(float64(float64((t.n-1)*float64(t.k*t.k))*float64(float64(rho*rho)*float64(ratio*ratio))) + float64(rest*rest))
	tail := float64((1 - o.level()) / 2)
	upper := portable.FQuantile(1-tail, t.n-1, free)
	lower := portable.FQuantile(1-tail, free, t.n-1)
	scale := float64(t.k*t.jms) + float64((float64(t.k*t.n)-t.k-t.n)*t.ems)
	low = float64(t.n*(t.bms-float64(upper*t.ems))) / (float64(upper*scale) + float64(t.n*t.bms))
	high = float64(t.n*(float64(lower*t.bms)-t.ems)) / (scale + float64(t.n*float64(lower*t.bms)))
	return low, min(high, 1)
}

// stepUp is the Spearman-Brown formula.
func stepUp(x, k float64) float64 {
	if below := 1 + float64((k-1)*x); below > 0 {
		return math.Min(float64(k*x)/below, 1)
	}
	return -1
}
