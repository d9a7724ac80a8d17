fn main() {
    for body in program::BODIES {
        println!("{}", program::status(body));
    }
}
