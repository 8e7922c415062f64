# Writes reference.json: numbers of other implementations for the indices of consensus. Debian: r-base-core, r-cran-multilevel (2.7),
# r-cran-psych (2.2.9), r-cran-lme4. Run it here as: Rscript reference.R
suppressMessages({library(multilevel); library(psych)})
out <- c()
num <- function(x) ifelse(is.na(x), "null", format(x, digits = 15, scientific = FALSE, trim = TRUE))
vec <- function(x) paste0("[", paste(num(x), collapse = ","), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, vec), collapse = ","), "]")
lists <- function(l) paste0("[", paste(sapply(l, vec), collapse = ","), "]")
add <- function(name, origin, index, input, expected, points = 0, tolerance = 1e-9, low = NA, high = NA, p = NA)
  out <<- c(out, sprintf('{"name": "%s", "origin": "%s", "index": "%s", "points": %d, "rows": %s, "value": %s, "low": %s, "high": %s, "p": %s, "tolerance": %g}',
    name, origin, index, points, input, num(expected), num(low), num(high), num(p), tolerance))

# Six forms: the data of Shrout & Fleiss 1979, table 2, and generated tables.
tables <- list(shrout_fleiss_1979 = matrix(c(9,2,5,8, 6,1,3,2, 8,4,6,8, 7,1,2,6, 10,5,6,9, 6,2,4,7), 6, 4, byrow = TRUE))
set.seed(1)
for (k in 1:4) { n <- c(5, 10, 30, 8)[k]; j <- c(3, 5, 2, 6)[k]; tables[[paste0("generated_", n, "x", j)]] <- matrix(sample(0:4, n * j, TRUE), n, j) + (k %% 2) * sample(0:3, n, TRUE) }
forms <- c("ICC(1,1)", "ICC(2,1)", "ICC(3,1)", "ICC(1,k)", "ICC(2,k)", "ICC(3,k)")
for (name in names(tables)) {
  r <- ICC(tables[[name]], lmer = FALSE)$results
  for (i in 1:6) add(paste0(name, "/", forms[i]), "psych 2.2.9 ICC(lmer = FALSE)", forms[i], rows(tables[[name]]), r$ICC[i], low = r$`lower bound`[i], high = r$`upper bound`[i], p = r$p[i], tolerance = 1e-7)
}

# Agreement within groups, multilevel; ratings 0..4, five points.
groups <- list(close = matrix(c(3,4,4, 4,4,3, 3,3,4, 4,4,4), 4, 3, byrow = TRUE), camps = matrix(c(0,0,1, 4,4,4, 0,1,0, 4,3,4, 1,0,0), 5, 3, byrow = TRUE),
  mixed = matrix(sample(0:4, 10 * 4, TRUE, c(1,2,5,6,3)), 10, 4), wide = matrix(sample(1:3, 6 * 8, TRUE), 6, 8), two = matrix(c(2,3,1, 3,3,2), 2, 3, byrow = TRUE))
for (name in names(groups)) {
  g <- groups[[name]]; id <- rep(1, nrow(g))
  add(paste0(name, "/r_wg"), "multilevel 2.7 rwg, first item", "r_wg", rows(g[, 1, drop = FALSE]), rwg(g[, 1], id, ranvar = 2)$rwg, 5)
  add(paste0(name, "/r_wg(j)"), "multilevel 2.7 rwg.j", "r_wg(j)", rows(g), rwg.j(g, id, ranvar = 2)$rwg.j, 5)
  add(paste0(name, "/r*_wg(j)"), "multilevel 2.7 rwg.j.lindell", "r*_wg(j)", rows(g), rwg.j.lindell(g, id, ranvar = 2)$rwg.lindell, 5)
  add(paste0(name, "/AD_M"), "multilevel 2.7 ad.m", "AD_M", rows(g), ad.m(g, id, type = "mean")$AD.M, 5)
  add(paste0(name, "/AD_Md"), "multilevel 2.7 ad.m(type = median)", "AD_Md", rows(g), ad.m(g, id, type = "median")[1, 2], 5)
}
# A missing answer, itemwise: each item's variance over those who answered it, in base R.
g <- groups$mixed; g[2, 1] <- NA; g[5, 3] <- NA; g[7, 1] <- NA
m <- mean(apply(g, 2, var, na.rm = TRUE)) / 2
add("mixed with missing/r_wg(j) itemwise", "base R 4.2.2, var(na.rm = TRUE) by item", "r_wg(j)", rows(g), 4 * (1 - m) / (4 * (1 - m) + m), 5)
add("mixed with missing/r*_wg(j) itemwise", "base R 4.2.2, var(na.rm = TRUE) by item", "r*_wg(j)", rows(g), 1 - m, 5)
add("mixed with missing/AD_M itemwise", "base R 4.2.2", "AD_M", rows(g), mean(apply(g, 2, function(x) mean(abs(x - mean(x, na.rm = TRUE)), na.rm = TRUE))), 5)

# ICC(1), ICC(2) of members in groups: multilevel where sizes are equal; the analysis of variance of base R where they are not.
layouts <- list(equal = list(c(3,4,4), c(1,2,1), c(2,2,4), c(0,1,0)), apart = list(c(0,0,1,0), c(4,4,3,4)), chance = list(c(0,4,2), c(1,3,2), c(2,4,1)),
  unequal = list(c(3,4,4,2,3), c(1,2), c(0,1,0,2), c(4)))
for (name in names(layouts)) {
  l <- layouts[[name]]; d <- data.frame(y = unlist(l), g = factor(rep(seq_along(l), sapply(l, length))))
  a <- anova(aov(y ~ g, d)); msb <- a$`Mean Sq`[1]; msw <- a$`Mean Sq`[2]; n <- sapply(l, length)
  n0 <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1); f <- a$`F value`[1]; d1 <- a$Df[1]; d2 <- a$Df[2]
  fl <- f / qf(.975, d1, d2); fu <- f * qf(.975, d2, d1)
  equal <- length(unique(n)) == 1
  i1 <- if (equal) ICC1(aov(y ~ g, d)) else (msb - msw) / (msb + (n0 - 1) * msw)
  i2 <- if (equal) ICC2(aov(y ~ g, d)) else (msb - msw) / msb
  origin <- if (equal) "multilevel 2.7 ICC1, ICC2; bounds base R qf" else "base R 4.2.2 aov, qf"
  add(paste0(name, "/ICC(1)"), origin, "ICC(1)", lists(l), i1, low = (fl - 1) / (fl + n0 - 1), high = (fu - 1) / (fu + n0 - 1), p = a$`Pr(>F)`[1])
  add(paste0(name, "/ICC(2)"), origin, "ICC(2)", lists(l), i2, low = 1 - 1 / fl, high = 1 - 1 / fu, p = a$`Pr(>F)`[1])
  # Exact permutation: every way to give out the group labels, in base R.
  eta <- function(y, g) summary(lm(y ~ g))$r.squared
  labels <- as.integer(d$g); n <- length(labels)
  if (n <= 9) {
    all <- function(left) if (sum(left) == 0) list(integer(0)) else unlist(lapply(which(left > 0), function(k) { x <- left; x[k] <- x[k] - 1; lapply(all(x), function(r) c(k, r)) }), FALSE)
    ways <- all(as.integer(table(labels)))
    e <- eta(d$y, d$g); p <- mean(sapply(ways, function(w) eta(d$y, factor(w)) >= e - 1e-12))
  } else p <- NA
  add(paste0(name, "/eta squared"), "base R 4.2.2: summary(lm)$r.squared; p by all distinct arrangements", "eta squared", lists(l), eta(d$y, d$g), p = p)
}
# Polarisation: the double sum as written by Esteban & Ray, over positions 0..1, with the constant that makes the extreme 1.
for (d in list(c(1,3,9,4,1), c(5,0,2,0,6), c(10,20,40,21,9,3,7,7,1))) for (alpha in c(0.5, 1.3, 1.6)) {
  p <- d / sum(d); y <- seq(0, 1, length.out = length(d))
  out <- c(out, sprintf('{"name": "polarisation %s, alpha %g", "origin": "base R 4.2.2, outer()", "index": "polarisation", "alpha": %g, "rows": [%s], "value": %s, "tolerance": 1e-9}',
    paste(d, collapse = " "), alpha, alpha, vec(d), num(2^(1 + alpha) * sum(outer(p^(1 + alpha), p) * abs(outer(y, y, "-"))))))
}
# Ambivalence of a sample of people.
for (n in c(3, 8)) {
  p <- sample(0:4, n, TRUE); q <- sample(0:4, n, TRUE)
  add(paste("Griffin,", n, "people"), "base R 4.2.2: mean((p + q) / 2 - abs(p - q))", "Griffin ambivalence", rows(rbind(p, q)), mean((p + q) / 2 - abs(p - q)))
}
writeLines(c("[", paste(out, collapse = ",\n"), "]"), "reference.json")
