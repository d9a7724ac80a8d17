//! Tells random runs of letters and digits from words.

/// Returns `true` if a run of letters and digits looks random.
pub(super) fn is_random(run: &[u8]) -> bool {
    let (digits, turns) = digits_and_turns(run);
    let may_be = match run.len() {
        0..12 => false,
        12..32 => digits * 2 >= run.len() || digits >= 3 && turns >= 4 || turns * 5 >= run.len() * 2,
        _ => true,
    };
    may_be && !is_readable(run)
}

/// Returns `true` if a run looks like words in camelCase, with one number of at most three digits: `awsAccessKeyId`,
/// `S3BucketName`. Few random runs do.
fn is_readable(run: &[u8]) -> bool {
    const MAX_DIGITS: usize = 3;
    const MAX_LETTERS: usize = 16;
    let (mut numbers, mut words, mut letters, mut odd) = (0, 0, 0, 0);
    let mut rest = run;
    while let [first, ..] = rest {
        let is_number = first.is_ascii_digit();
        let length = if is_number { count(rest, u8::is_ascii_digit) } else { word_length(rest) };
        let (word, after) = rest.split_at(length);
        rest = after;
        if is_number {
            numbers += 1;
            if length > MAX_DIGITS {
                return false;
            }
        } else if length > 1 {
            words += 1;
            letters += length;
            let vowels = word.iter().filter(|byte| b"aeiouyAEIOUY".contains(byte)).count();
            if length > MAX_LETTERS {
                return false;
            }
            odd += usize::from(length > 2 && vowels * 5 < length);
        } else {
            odd += usize::from(!matches!(after, [next, ..] if next.is_ascii_digit()));
        }
    }
    let (most_odd, least_letters) = if run.len() < 32 { (1, 3) } else { (0, 4) };
    numbers <= 1 && odd <= most_odd && letters >= words * least_letters
}

/// Returns the length of the word of letters that a run begins with: the capitals of an acronym, or one and small letters.
fn word_length(run: &[u8]) -> usize {
    let capitals = count(run, u8::is_ascii_uppercase);
    let small = count(run.get(capitals..).unwrap_or_default(), u8::is_ascii_lowercase);
    match (capitals, small) {
        (0..=1, _) => capitals + small,
        (_, 0) => capitals,
        // The last capital is the first letter of the next word.
        _ => capitals - 1,
    }
}

fn count(run: &[u8], is: fn(&u8) -> bool) -> usize {
    run.iter().take_while(|byte| is(byte)).count()
}

/// Returns `true` if a run of letters and digits is as short as a password and looks random.
pub(super) fn is_short_and_random(run: &[u8]) -> bool {
    let (digits, turns) = digits_and_turns(run);
    (8..12).contains(&run.len()) && digits >= 2 && turns >= 5
}

/// Counts digits, and changes between lower case, upper case and digits: many in a token, one a word in camelCase.
fn digits_and_turns(run: &[u8]) -> (usize, usize) {
    let digits = run.iter().filter(|byte| byte.is_ascii_digit()).count();
    let kind = |byte: &u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
    (digits, run.windows(2).filter(|pair| matches!(pair, [a, b] if kind(a) != kind(b))).count())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::collection::vec;
    use proptest::sample::select;
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;

    use super::is_random;

    #[test]
    fn words_in_camel_case_are_not_random() {
        for name in [
            "awsAccessKeyId",
            "awsSecretAccessKey",
            "s3BucketName",
            "S3AccessKeyId",
            "oAuth2ClientId",
            "hubSpotPortalId",
            "userIdOrEmail",
            "azureAdB2cTenant",
            "isEuDataCenter",
            "apiKeyV2Prod",
            "ApiBaseUrlForCustomer",
            "HmacSHA256Secret",
            "X509CertificateSubjectName",
            "SAPAribaNetworkPurchaseOrderBuyer",
            "googleSecurityCommandCenterClientId",
            "accessTokenForTheWorkspaceOfTheCustomerAccount",
            "oauthclientsecret",
        ] {
            assert!(!is_random(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn few_random_runs_look_like_words() {
        const BYTES: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        let mut runner = TestRunner::deterministic();
        for (length, most) in [(12, 1300), (16, 900), (20, 320), (24, 220), (32, 2), (40, 1)] {
            let runs = vec(vec(select(BYTES), length), 10_000).new_tree(&mut runner).unwrap().current();
            let missed = runs.iter().filter(|run| !is_random(run)).count();
            assert!(missed <= most, "{length}: {missed}");
        }
    }
}
