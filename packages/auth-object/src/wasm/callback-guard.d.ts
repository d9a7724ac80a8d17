/** It must not pass through the instance, so it is kept and thrown after the call. After it, nothing more is called. */
export declare class CallbackGuard {
    #private;
    /** What the function gives; `otherwise` if it throws, or one before it has. */
    call<T>(callback: () => T, otherwise: T): T;
    /** Throws what was kept. */
    rethrow(): void;
}
